import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieIn, logIn, type OpenService, startOpen } from '../support/accounts.ts';
import { request } from '../support/request.ts';
import { anEmail, password } from '../support/sign-in.ts';

let service: OpenService;

beforeAll(async () => {
  service = await startOpen();
});
afterAll(() => service.stop());

const post = (path: string, headers: object, body?: unknown) =>
  request('POST', `${service.url}/api/auth/${path}`, body, headers);
const refresh = (cookie: string) => post('refresh', { cookie });
const events = async (email: string) => {
  const user = await service.storage.users.byEmail(email);
  const entries = await service.storage.audit.of(user?.id ?? '', 10);
  return entries.map(({ event }) => event);
};

describe('a session', () => {
  it('is kept where no script and no other host gets at it', async () => {
    const email = anEmail();
    await logIn(service.url, email);
    const { headers, body } = await post('login', {}, { email, password });
    const attributes = headers['set-cookie']?.split('; ').slice(1).sort();
    expect(headers['set-cookie']).toMatch(/^__Host-[\w-]+=[\w.-]{80}/);
    expect(attributes).toEqual([
      'HttpOnly',
      expect.stringMatching(/^Max-Age=2\d{6}$/),
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({ accessToken: expect.any(String), expiresIn: 600 });
  });

  it('goes on with another token each time', async () => {
    const { cookie } = await logIn(service.url, anEmail());
    const first = await refresh(cookie);
    expect([first.status, cookieIn(first.headers)]).not.toEqual([200, cookie]);
    expect((await refresh(cookieIn(first.headers))).status).toBe(200);
  });

  it('ends as a whole when a token is used twice, and that is written down', async () => {
    const email = anEmail();
    const { cookie } = await logIn(service.url, email);
    const next = cookieIn((await refresh(cookie)).headers);
    const reused = await refresh(cookie);
    expect([reused.status, cookieIn(reused.headers)]).toEqual([401, '__Host-refresh=']);
    expect((await refresh(next)).status).toBe(401);
    expect((await events(email))[0]).toBe('token-reused');
  });

  it('goes to one of two that refresh at once, and to neither after that', async () => {
    const { cookie } = await logIn(service.url, anEmail());
    const racers = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect(racers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const winner = racers.find(({ status }) => status === 200);
    expect((await refresh(cookieIn(winner?.headers ?? {}))).status).toBe(401);
  });

  it('ends at once with a logout, and with the next login of the same browser', async () => {
    const email = anEmail();
    const { cookie } = await logIn(service.url, email);
    const again = await post('login', { cookie }, { email, password });
    expect((await refresh(cookie)).status).toBe(401);
    const changed = cookieIn(again.headers);
    expect((await post('logout', { cookie: changed })).status).toBe(204);
    expect((await refresh(changed)).status).toBe(401);
    expect((await post('logout', {})).status).toBe(204);
  });

  it.each(['', '__Host-refresh=', '__Host-refresh=a.b', 'refresh=x'])(
    'is not to be had with the cookie %j',
    async (cookie) => {
      expect((await refresh(cookie)).status).toBe(401);
    },
  );

  it('is of no use to a page of another site', async () => {
    const { cookie } = await logIn(service.url, anEmail());
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await post('refresh', { cookie, ...foreign })).status).toBe(403);
      expect((await post('logout', { cookie, ...foreign })).status).toBe(403);
    }
    expect((await post('refresh', { cookie, origin: service.url })).status).toBe(200);
  });
});

describe('what is kept and written down', () => {
  it('is no token and no password, only their hashes', async () => {
    const email = anEmail();
    const { cookie } = await logIn(service.url, email);
    const user = await service.storage.users.byEmail(email);
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [id = '', secret = ''] = cookie.slice('__Host-refresh='.length).split('.');
    const session = await service.storage.sessions.end(id);
    expect(session?.tokenHash).toHaveLength(43);
    expect(JSON.stringify(session)).not.toContain(secret);
  });

  it('is every login, good or bad, every change of password and of role', async () => {
    const email = anEmail();
    const { authorization } = await logIn(service.url, email);
    await post('login', {}, { email, password: 'wrong' });
    const change = { old: password, new: 'another horse entirely' };
    await request('POST', `${service.url}/api/me/password`, change, { authorization });
    await service.accounts.setRole(email, 'admin');
    const expected = ['registered', 'login', 'login-failed', 'password-changed', 'role-changed'];
    expect(await events(email)).toEqual(expected.reverse());
    await service.accounts.setRole(email, 'user');
  });
});
