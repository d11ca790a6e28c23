import { afterAll, describe, expect, it } from 'vitest';
import { logIn } from '../support/accounts.ts';
import { startApp } from '../support/app.ts';
import { anEmail, password } from '../support/sign-in.ts';

const app = await startApp({ LIMIT_REGISTRATIONS: '1000' });
afterAll(() => app.stop());

const register = (body: object) => app.request('POST', '/api/auth/register', body);
const login = (email: string, secret = password) =>
  app.request('POST', '/api/auth/login', { email, password: secret });

describe('registering', () => {
  it('makes an account without a session', async () => {
    const email = anEmail();
    const { status, headers, body } = await register({ email: email.toUpperCase(), password });
    expect([status, body]).toEqual([201, { id: expect.any(String), email, role: 'user' }]);
    expect(headers).not.toHaveProperty('set-cookie');
    expect((await register({ email, password })).status).toBe(409);
  });

  it('takes long passwords and any letters, and cuts nothing off', async () => {
    const [email, long] = [anEmail(), `${'x7'.repeat(40)}-пароль-${'密码'.repeat(10)}`];
    expect((await register({ email, password: long })).status).toBe(201);
    expect((await login(email, long)).status).toBe(200);
    expect((await login(email, long.slice(0, -1))).status).toBe(401);
  });

  it.each([
    ['too short', 'short-one-11'.slice(1)],
    ['too long', 'x7-'.repeat(400)],
    ['a word and digits', 'Password12345!'],
    ['a row of keys', 'qwertyuiopasdf'],
    ['digits in a row', '123456789012'],
    ['the same again and again', 'abcabcabcabcabc'],
    ['a word with signs', 'P@ssw0rd123456'],
  ])('refuses a password that is %s', async (_, weak) => {
    const answer = await register({ email: anEmail(), password: weak });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/password' }] } });
  });

  it.each([{ role: 'admin' }, { id: 'mine' }, { email: 'no-address' }, { email: { $gt: '' } }])(
    'refuses %j',
    async (more) => {
      expect((await register({ email: anEmail(), password, ...more })).status).toBe(422);
    },
  );
});

describe('logging in', () => {
  it('says no word more about an unknown address than about a wrong password', async () => {
    const { cookie } = await logIn(app.url, 'known@example.com');
    expect(cookie).not.toBe('');
    const [wrong, unknown] = [await login('known@example.com', 'x'), await login('no@example.com')];
    const { requestId: _, ...said } = wrong.body;
    expect(unknown).toMatchObject({ status: 401, body: said });
  });

  it('is refused after ten failures, from wherever, also with the right password', async () => {
    const [email, other] = [anEmail(), anEmail()];
    await logIn(app.url, email);
    await logIn(app.url, other);
    for (let failure = 0; failure < 10; failure++) {
      const { status } = await app.request(
        'POST',
        '/api/auth/login',
        { email, password: 'wrong' },
        { 'x-forwarded-for': `203.0.113.${failure}` },
      );
      expect(status).toBe(401);
    }
    const refused = await login(email.toUpperCase());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    expect((await login(other)).status).toBe(200);
  });

  it('lets no more through when the failures come all at once', async () => {
    const email = anEmail();
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(email, 'wrong')));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
  });
});

describe('changing the password', () => {
  const wanted = 'another horse entirely';
  const change = (headers: object, old: string, secret = wanted) =>
    app.request('POST', '/api/me/password', { old, new: secret }, headers);

  it('ends all sessions, and the old password is worth nothing', async () => {
    const email = anEmail();
    const [one, other] = [await logIn(app.url, email), await logIn(app.url, email)];
    expect((await change(one, password)).status).toBe(204);
    for (const { cookie } of [one, other]) {
      expect(await app.request('POST', '/api/auth/refresh', undefined, { cookie })).toMatchObject({
        status: 401,
      });
    }
    expect((await login(email)).status).toBe(401);
    expect((await login(email, wanted)).status).toBe(200);
  });

  it('needs the old one, and a good new one', async () => {
    const session = await logIn(app.url, anEmail());
    expect((await change(session, 'wrong')).status).toBe(403);
    const answer = await change(session, password, 'password1234');
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/new' }] } });
  });
});
