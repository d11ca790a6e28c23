import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openKeys } from '../../src/security/keys.ts';
import { createSecurity } from '../../src/security/security.ts';
import type { openStorage } from '../../src/storage.ts';
import { request } from './request.ts';
import { password, testKey } from './sign-in.ts';
import { openTestStorage } from './storage.ts';

/** The service with its doors open from behind: what it keeps can be looked at and changed. */
export async function startOpen() {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', AUTH_PRIVATE_KEY: testKey });
  const clock = () => new Date();
  const open: typeof openStorage = openTestStorage;
  const storage = await open(config, createLog(config));
  const keys = await openKeys(config.keys);
  const security = await createSecurity({ ...config, storage, keys, clock });
  const backend = await compose(config, { open: async () => storage });
  return { storage, ...security, url: await backend.start(), stop: backend.stop };
}

export type OpenService = Awaited<ReturnType<typeof startOpen>>;

/** An account with a session, as a browser would hold it. */
export async function logIn(url: string, email: string, secret = password) {
  await request('POST', `${url}/api/auth/register`, { email, password: secret });
  const answer = await request('POST', `${url}/api/auth/login`, { email, password: secret });
  return {
    authorization: `Bearer ${answer.body.accessToken}`,
    cookie: cookieIn(answer.headers),
  };
}

/** @returns the refresh cookie that an answer sets, as a request sends it */
export function cookieIn(headers: Readonly<Record<string, string>>): string {
  return headers['set-cookie']?.split(';', 1)[0] ?? '';
}
