import type { Caller } from '../domain/caller.ts';
import type { Result } from '../domain/result.ts';

export type Role = Caller['role'];

export interface User {
  readonly id: string;
  /** In small letters. */
  readonly email: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly createdAt: Date;
}

/** Accounts, where they are kept. */
export interface UserRepository {
  /** @returns false, and changes nothing, when the e-mail address is taken */
  add(user: User): Promise<boolean>;
  byId(id: string): Promise<User | undefined>;
  byEmail(email: string): Promise<User | undefined>;
  /** @param after only those behind this id */
  list(limit: number, after?: string): Promise<User[]>;
  setPassword(id: string, passwordHash: string): Promise<void>;
  /** @returns false, and changes nothing, when there would be no admin any more */
  setRole(id: string, role: Role): Promise<boolean>;
}

/** A family of refresh tokens: each takes the place of the one before, and only one counts. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

/** Sessions, where they are kept. */
export interface SessionStore {
  add(session: Session): Promise<void>;
  /** Of racing ones with the same `from`, one gets the session; all others undefined. */
  rotate(id: string, from: string, to: string, now: Date): Promise<Session | undefined>;
  /** @returns what was ended */
  end(id: string): Promise<Session | undefined>;
  endAll(userId: string): Promise<void>;
}

export type AuditedEvent =
  | 'registered'
  | 'login'
  | 'login-failed'
  | 'logout'
  | 'token-reused'
  | 'password-changed'
  | 'role-changed'
  | 'deleted';

export interface AuditEntry {
  readonly event: AuditedEvent;
  readonly userId: string | null;
  readonly at: Date;
  /** What it was done to; never a secret, never an e-mail address. */
  readonly detail: string | null;
}

/** What happened to accounts and by whom. Only ever added to. */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
  /** @returns the last entries of a user, the newest first */
  of(userId: string | null, limit: number): Promise<AuditEntry[]>;
}

/** Things made before there were accounts. */
export interface Ownership {
  /** Gives what is nobody's to a user; returns how much that was. */
  claim(userId: string): Promise<number>;
}

export interface SecurityStorage {
  readonly users: UserRepository;
  readonly sessions: SessionStore;
  readonly audit: AuditLog;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** What a login or a refresh gives. Times in seconds. */
export interface Tokens {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly refreshExpiresIn: number;
}

/** Refused for now; in so many seconds it can be tried again. */
export interface TooOften {
  readonly seconds: number;
}

type Answer<Value, Problem> = Promise<Result<Value, Problem>>;

export interface Accounts {
  /** @param address who asks: registrations are limited for each */
  register(wanted: Credentials, address: string): Answer<User, 'known' | TooOften>;
  login(given: Credentials): Answer<Tokens, 'wrong' | TooOften>;
  me(caller: Caller): Answer<User, 'unknown'>;
  changePassword(
    caller: Caller,
    old: string,
    wanted: string,
  ): Answer<User, 'unknown' | 'wrong' | TooOften>;
  list(caller: Caller, limit: number, after?: string): Answer<User[], 'forbidden'>;
  /** For whoever runs the service. */
  setRole(email: string, role: Role): Answer<User, 'unknown' | 'last-admin'>;
}

export interface Sessions {
  begin(user: User): Promise<Tokens>;
  refresh(refreshToken: string): Answer<Tokens, 'ended'>;
  end(refreshToken: string): Promise<void>;
  endAll(userId: string): Promise<void>;
  /** @returns who an access token speaks for; undefined when it is none of ours, or too old */
  callerOf(accessToken: string): Promise<Caller | undefined>;
}
