import pino from 'pino';
import { expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { err } from '../../src/log.ts';
import type { openStorage } from '../../src/storage.ts';
import { cookieIn, logIn } from '../support/accounts.ts';
import { request } from '../support/request.ts';
import { anEmail, password, testKey } from '../support/sign-in.ts';
import { openTestStorage } from '../support/storage.ts';

const [wanted, wrong] = ['another horse entirely', 'hunter2'];
const [email, unlucky] = [anEmail(), anEmail()];

/** A storage that fails for one address, and repeats all that it was given. */
const openTalkative: typeof openStorage = async (config, log) => {
  const open: typeof openStorage = openTestStorage;
  const storage = await open(config, log);
  const add: typeof storage.users.add = async (user) => {
    if (user.email !== unlucky) return storage.users.add(user);
    const cause = Object.assign(new Error('the disk is full'), { detail: JSON.stringify(user) });
    throw new Error(`Failed query\nparams: ${Object.values(user)}`, { cause });
  };
  return { ...storage, users: { ...storage.users, add } };
};

it('nothing private is in the log of all that accounts do, and no line is forged', async () => {
  const written: string[] = [];
  const config = readConfig({ PORT: '0', AUTH_PRIVATE_KEY: testKey });
  const stream = { write: (line: string) => written.push(line) };
  const log = pino({ level: 'trace', base: null, serializers: { err } }, stream);
  const backend = await compose(config, { open: openTalkative, log });
  const url = await backend.start();
  const send = (method: string, path: string, body?: object, headers = {}) =>
    request(method, url + path, body, headers);

  const session = await logIn(url, email);
  await send('POST', '/api/auth/login', { email, password: wrong });
  await send('POST', '/api/auth/login', { email: `${email}\n{"level":60}`, password });
  const { headers, body } = await send('POST', '/api/auth/refresh', undefined, session);
  await send('GET', `/api/me?token=${body.accessToken}`, undefined, session);
  const forged = { 'user-agent': '"}{"level":60}', 'x-request-id': '"}\t{"level":60}' };
  await send('GET', '/%0a%7b%22level%22:60%7d', undefined, { ...session, ...forged });
  const changed = await send('POST', '/api/me/password', { old: password, new: wanted }, session);
  await send('POST', '/api/auth/logout', undefined, session);
  const failed = await send('POST', '/api/auth/register', { email: unlucky, password });
  await backend.stop();

  expect([changed.status, failed.status]).toEqual([204, 500]);
  expect(JSON.stringify(failed.body)).not.toMatch(/disk|query|params/);
  const lines = written.map((line) => JSON.parse(line));
  expect(lines.every(({ level, time }) => level < 60 && time > 0)).toBe(true);
  const errors = lines.filter(({ level }) => level === 50);
  expect(errors).toMatchObject([
    { reqId: failed.headers['x-request-id'], err: { message: 'the disk is full' } },
  ]);
  const tokens = [session.authorization.slice('Bearer '.length), body.accessToken];
  const cookies = [session.cookie, cookieIn(headers)].map((cookie) => cookie.split('=')[1]);
  const secrets = [password, wanted, wrong, ...tokens, ...cookies, email, unlucky, 'argon2'];
  for (const secret of secrets) expect(written.join('')).not.toContain(secret);
});
