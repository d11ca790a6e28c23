import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAccounts } from '../../src/security/accounts.ts';
import { createAttempts, inThisProcess } from '../../src/security/attempts.ts';
import { isCommon } from '../../src/security/common-passwords.ts';
import { openKeys } from '../../src/security/keys.ts';
import { createPasswords } from '../../src/security/passwords.ts';
import { type OpenService, startOpen } from '../support/accounts.ts';
import { anEmail, password, testKey } from '../support/sign-in.ts';

describe('accounts', () => {
  let service: OpenService;
  beforeAll(async () => {
    service = await startOpen();
  });
  afterAll(() => service.stop());

  const accountsWith = (passwords: Awaited<ReturnType<typeof createPasswords>>) => {
    const attempts = createAttempts(inThisProcess('any', { times: 9, seconds: 60 }));
    const limits = { registrations: attempts, failures: attempts };
    return createAccounts({ ...service, ...limits, passwords, clock: () => new Date() });
  };

  it('hash a password anew at login when it was hashed with less', async () => {
    const passwordHash = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const user = { id: anEmail(), email: anEmail(), role: 'user', createdAt: new Date() } as const;
    await service.storage.users.add({ ...user, passwordHash });
    const { email } = user;
    expect(await service.accounts.login({ email, password })).toMatchObject({ ok: true });
    const after = await service.storage.users.byEmail(email);
    expect(after?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await service.accounts.login({ email, password })).toMatchObject({ ok: true });
  });

  it('do the same work for somebody unknown as for a wrong password', async () => {
    const passwords = await createPasswords();
    const matches = vi.spyOn(passwords, 'matches');
    const accounts = accountsWith(passwords);
    await accounts.register({ email: 'known@example.com', password }, '');
    await accounts.login({ email: 'known@example.com', password: 'wrong' });
    await accounts.login({ email: 'unknown@example.com', password: 'wrong' });
    expect(matches).toHaveBeenCalledTimes(2);
    expect(await passwords.matches('anything', undefined)).toBe(false);
  });
});

describe('the key', () => {
  it('is made at the first start in development, for its owner only', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keys-'));
    const file = path.join(folder, 'made', 'key.pem');
    const opened = await Promise.all([openKeys({ file }), openKeys({ file })]);
    const again = await openKeys({ file });
    expect(new Set([...opened, again].map(([key]) => key.id)).size).toBe(1);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await openKeys({ keys: await readFile(file, 'utf8') })).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it('is demanded in production', async () => {
    await expect(openKeys({})).rejects.toThrow('AUTH_PRIVATE_KEY must be set');
  });

  it.each(['changeme', 'x'.repeat(200), otherKey()])(
    'is not %j, which is not repeated',
    async (text) => {
      const opened = openKeys({ keys: text });
      await expect(opened).rejects.toThrow('AUTH_PRIVATE_KEY is not a P-256 key');
      await expect(opened).rejects.not.toThrow(text);
    },
  );

  it('can be followed by older ones, whose tokens are still taken', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const newer = other.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    const keys = await openKeys({ keys: `${newer},${testKey}` });
    expect(new Set(keys.map(({ id }) => id)).size).toBe(2);
  });
});

function otherKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
}

it.each(['correct horse battery', 'gärtnerei am see', '8402-7715-2290-6', 'x7!kQ2v9ZmL0'])(
  'the password %j is not common',
  (secret) => {
    expect(isCommon(secret)).toBe(false);
  },
);

it.each(['letmein12345', 'Iloveyou!!!!!', 'PASSWORD-qwerty', '111111111111', 'trustno1trustno1'])(
  'the password %j is common',
  (secret) => {
    expect(isCommon(secret)).toBe(true);
  },
);
