import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { openKeys } from '../../src/security/keys.ts';
import { request } from './request.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What this run's services sign with. */
export const testKey = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
export const testPublicKey = publicKey.export({ type: 'spki', format: 'pem' });

export const password = 'a horse, a battery, a staple';
export const anEmail = () => `${randomUUID()}@example.com`;

const part = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');

/** Signs whatever it is given, right or wrong. */
export function signed(header: object, payload: object): string {
  const text = `${part(header)}.${part(payload)}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

/** What an access token of this run says. */
export async function tokenParts(id: string, publicUrl: string, now: Date) {
  const [key] = await openKeys({ keys: testKey });
  return partsOf(key.id, id, publicUrl, now);
}

function partsOf(kid: string, sub: string, iss: string, now: Date) {
  const iat = Math.floor(now.getTime() / 1000);
  const header = { alg: 'ES256', kid, typ: 'at+jwt' };
  return { header, payload: { role: 'user', sub, iss, aud: `${iss}/api`, iat, exp: iat + 600 } };
}

/** @returns a function that makes the header of a fresh token, for tests that let time pass */
export async function signIn(url: string, publicUrl: string) {
  const [key] = await openKeys({ keys: testKey });
  const registered = await request('POST', `${url}/api/auth/register`, {
    email: anEmail(),
    password,
  });
  return (now: Date) => {
    const { header, payload } = partsOf(key.id, registered.body.id, publicUrl, now);
    return `Bearer ${signed(header, payload)}`;
  };
}
