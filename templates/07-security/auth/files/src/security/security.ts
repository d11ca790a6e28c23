import { createAccessTokens } from './access-tokens.ts';
import { createAccounts } from './accounts.ts';
import { type AttemptsPolicy, createAttempts, inThisProcess } from './attempts.ts';
import type { Key } from './keys.ts';
import { createPasswords } from './passwords.ts';
import type { SecurityStorage } from './port.ts';
import { createSessions } from './sessions.ts';

export interface SecurityOptions {
  storage: SecurityStorage;
  keys: readonly [Key, ...Key[]];
  clock: () => Date;
  /** Where this service is reached from outside: who tokens are from, and for. */
  publicUrl: string;
  /** Registrations of an address, and failed logins to an account. */
  attempts: { registrations: AttemptsPolicy; failures: AttemptsPolicy };
  /** Where attempts are counted, when not in this process. */
  counter?: typeof inThisProcess;
}

export async function createSecurity({ storage, keys, clock, ...options }: SecurityOptions) {
  const { publicUrl, attempts, counter = inThisProcess } = options;
  const tokens = createAccessTokens({ keys, issuer: publicUrl, clock });
  const sessions = createSessions({ storage, tokens, clock });
  const accounts = createAccounts({
    storage,
    sessions,
    passwords: await createPasswords(),
    registrations: createAttempts(counter('registrations', attempts.registrations)),
    failures: createAttempts(counter('failures', attempts.failures)),
    clock,
  });
  return { accounts, sessions, audit: storage.audit };
}
