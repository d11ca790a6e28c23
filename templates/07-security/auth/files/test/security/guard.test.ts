import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn, type OpenService, startOpen } from '../support/accounts.ts';
import { aCode, aLink } from '../support/examples.ts';
import { request } from '../support/request.ts';
import { anEmail, signed, testPublicKey, tokenParts } from '../support/sign-in.ts';

const url = 'https://example.com/';
let service: OpenService;
let ada: Awaited<ReturnType<typeof logIn>>;
let bob: typeof ada;

beforeAll(async () => {
  service = await startOpen();
  ada = await logIn(service.url, 'ada@example.com');
  bob = await logIn(service.url, 'bob@example.com');
});
afterAll(() => service.stop());

const send = (method: string, path: string, headers = {}, body?: unknown) =>
  request(method, service.url + path, body, headers);

describe('a token', () => {
  const used = async (change: (parts: Awaited<ReturnType<typeof tokenParts>>) => string) => {
    const user = await service.storage.users.byEmail('ada@example.com');
    const parts = await tokenParts(user?.id ?? '', 'http://localhost:0', new Date());
    return (await send('GET', '/api/me', { authorization: `Bearer ${change(parts)}` })).status;
  };
  const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');

  it('is taken when all of it is right', async () => {
    expect(await used(({ header, payload }) => signed(header, payload))).toBe(200);
  });

  it.each([
    ['unsigned', { alg: 'none' }, {}],
    ['of another algorithm', { alg: 'HS256' }, {}],
    ['of another key', { kid: '../../etc/passwd' }, {}],
    ['of another type', { typ: 'JWT' }, {}],
    ['of another issuer', {}, { iss: 'https://evil.example' }],
    ['for somebody else', {}, { aud: 'https://evil.example' }],
    ['too old', {}, { exp: Math.floor(Date.now() / 1000) - 1 }],
    ['without an end', {}, { exp: undefined }],
    ['without an owner', {}, { sub: undefined }],
    ['of an unknown role', {}, { role: 'root' }],
  ])('is refused when it is %s', async (_, head, body) => {
    const change = ({ header, payload }: Awaited<ReturnType<typeof tokenParts>>) =>
      signed({ ...header, ...head }, { ...payload, ...body });
    expect(await used(change)).toBe(401);
  });

  it('is refused without its signature, or when it was edited', async () => {
    expect(await used(({ header, payload }) => `${part(header)}.${part(payload)}.`)).toBe(401);
    const edited = await used(({ header, payload }) => {
      const [, , signature] = signed(header, payload).split('.');
      return `${part(header)}.${part({ ...payload, role: 'admin' })}.${signature}`;
    });
    expect(edited).toBe(401);
  });

  it('is refused when it is signed with what everybody may know: the public key', async () => {
    const forged = await used(({ header, payload }) => {
      const text = `${part({ ...header, alg: 'HS256' })}.${part(payload)}`;
      return `${text}.${createHmac('sha256', testPublicKey).update(text).digest('base64url')}`;
    });
    expect(forged).toBe(401);
  });

  it('must be sent as one', async () => {
    const { status, headers } = await send('GET', '/api/me');
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    const basic = { authorization: ada.authorization.replace('Bearer', 'Basic') };
    expect((await send('GET', '/api/me', basic)).status).toBe(401);
  });
});

describe('the guard', () => {
  it.each([
    ['GET', '/api/links/guarded'],
    ['HEAD', '/api/links/guarded'],
    ['GET', '//api/links/guarded'],
    ['GET', '/api//links/guarded'],
    ['GET', '/api/links/guarded/'],
    ['GET', '/%61pi/links/guarded'],
    ['GET', '/API/links/guarded'],
    ['GET', '/api/auth/../links/guarded'],
    ['GET', '/api/auth/%2e%2e/links/guarded'],
    ['POST', '/api/links'],
    ['POST', '/%61pi/links'],
  ])('is not passed by %s %s', async (method, path) => {
    await send('POST', '/api/links', ada, { url, code: 'guarded' });
    const override = { 'x-http-method-override': 'GET', 'x-original-url': '/livez' };
    const { status, body } = await send(method, path, override);
    expect([401, 404]).toContain(status);
    expect(JSON.stringify(body)).not.toContain(url);
  });

  it('leaves redirects to everybody', async () => {
    await send('POST', '/api/links', ada, { url, code: 'for-all' });
    expect((await send('GET', '/for-all')).status).toBe(302);
  });

  it('shows a link to its owner and to no other', async () => {
    await send('POST', '/api/links', ada, { url, code: 'hers' });
    expect((await send('GET', '/api/links/hers', ada)).status).toBe(200);
    expect((await send('GET', '/api/links/hers', bob)).status).toBe(404);
    expect((await send('POST', '/api/links', bob, { url, owner: 'ada' })).status).toBe(422);
  });
});

describe('an admin', () => {
  it('alone sees who has an account, and loses that at once with the role', async () => {
    const list = (headers: object) => send('GET', '/api/admin/users?limit=100', headers);
    expect((await list(bob)).status).toBe(403);
    await service.accounts.setRole('bob@example.com', 'admin');
    const { status, body } = await list(bob);
    const emails = body.items.map(({ email }: { email: string }) => email);
    expect([status, emails.sort()]).toEqual([200, ['ada@example.com', 'bob@example.com']]);
    expect(JSON.stringify(body)).not.toMatch(/argon2|hash/i);
    await service.accounts.setRole('ada@example.com', 'admin');
    await service.accounts.setRole('bob@example.com', 'user');
    expect((await list(bob)).status).toBe(403);
  });

  it('cannot leave when there is no other', async () => {
    const refused = { ok: false, problem: 'last-admin' };
    expect(await service.accounts.setRole('ada@example.com', 'user')).toEqual(refused);
    const unknown = { ok: false, problem: 'unknown' };
    expect(await service.accounts.setRole(anEmail(), 'admin')).toEqual(unknown);
  });
});

it('links made before there were accounts can be given to one', async () => {
  const { links, ownership, users } = service.storage;
  const { status } = await send('POST', '/api/links', ada, { url, code: 'kept' });
  const kept = await links.find(aCode('kept'));
  await links.add(aLink('orphan'));
  const user = await users.byEmail('bob@example.com');
  expect([status, await ownership.claim(user?.id ?? '')]).toEqual([201, 1]);
  expect((await send('GET', '/api/links/orphan', bob)).status).toBe(200);
  expect(await links.find(aCode('kept'))).toEqual(kept);
});
