import { randomUUID } from 'node:crypto';
import { failure, success } from '../domain/result.ts';
import type { createAttempts } from './attempts.ts';
import type { Passwords } from './passwords.ts';
import type { Accounts, AuditedEvent, SecurityStorage, Sessions, User } from './port.ts';

export interface AccountsOptions {
  storage: SecurityStorage;
  sessions: Sessions;
  passwords: Passwords;
  registrations: ReturnType<typeof createAttempts>;
  failures: ReturnType<typeof createAttempts>;
  clock: () => Date;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { sessions, passwords, registrations, clock } = options;
  const { users } = options.storage;
  const record = recorder(options);
  const prove = prover(options);

  return {
    async register({ email, password }, address) {
      const seconds = await registrations.count(address);
      if (seconds !== undefined) return failure({ seconds });
      const passwordHash = await passwords.hash(password);
      const own = { id: randomUUID(), email: email.toLowerCase(), role: 'user' as const };
      const user = { ...own, passwordHash, createdAt: clock() };
      if (!(await users.add(user))) return failure('known');
      await record('registered', user.id);
      return success(user);
    },

    async login({ email, password }) {
      const proven = await prove(await users.byEmail(email.toLowerCase()), email, password);
      if (!proven.ok) return proven;
      await record('login', proven.value.id);
      return success(await sessions.begin(proven.value));
    },

    async me({ id }) {
      const user = id === null ? undefined : await users.byId(id);
      return user ? success(user) : failure('unknown');
    },

    async changePassword({ id }, old, wanted) {
      const user = id === null ? undefined : await users.byId(id);
      if (!user) return failure('unknown');
      const proven = await prove(user, user.email, old);
      if (!proven.ok) return proven;
      await users.setPassword(user.id, await passwords.hash(wanted));
      await sessions.endAll(user.id);
      await record('password-changed', user.id);
      return success(user);
    },

    async list({ id }, limit, after) {
      // Asked of the storage: the token may be from before a demotion.
      const user = id === null ? undefined : await users.byId(id);
      if (user?.role !== 'admin') return failure('forbidden');
      return success(await users.list(limit, after));
    },

    async setRole(email, role) {
      const user = await users.byEmail(email.toLowerCase());
      if (!user) return failure('unknown');
      if (!(await users.setRole(user.id, role))) return failure('last-admin');
      await record('role-changed', user.id, role);
      return success({ ...user, role });
    },
  };
}

function recorder({ storage, clock }: AccountsOptions) {
  return (event: AuditedEvent, userId: string | null, detail: string | null = null) =>
    storage.audit.record({ event, userId, at: clock(), detail });
}

/** Whether somebody knows the password of an account; each may be asked so often and no more. */
function prover(options: AccountsOptions) {
  const { storage, passwords, failures } = options;
  const record = recorder(options);

  return async (user: User | undefined, email: string, password: string) => {
    const who = email.toLowerCase();
    const seconds = await failures.count(who);
    if (seconds !== undefined) return failure({ seconds });
    if (!(await passwords.matches(password, user?.passwordHash)) || !user) {
      await record('login-failed', user?.id ?? null);
      return failure('wrong' as const);
    }
    await failures.forget(who);
    if (passwords.isOutdated(user.passwordHash)) {
      await storage.users.setPassword(user.id, await passwords.hash(password));
    }
    return success(user);
  };
}
