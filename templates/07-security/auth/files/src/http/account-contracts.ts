import { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { Tokens, TooOften, User } from '../security/port.ts';
import { endedCookie, refreshCookie } from './guard.ts';
import { Problem } from './problem.ts';

/** Hashing takes as long as the password does, so it may not be endless. */
const LONGEST = 1024;

const given = z.string().max(LONGEST);
const email = z.email().max(254);

/** @param isCommon whether a password is among the first that anybody would try */
const wanted = (isCommon: (password: string) => boolean) =>
  z
    .string()
    .min(12, 'must have at least 12 characters')
    .max(LONGEST, { abort: true })
    .refine((password) => !isCommon(password), 'is one of the first that anybody would try');

/** Body of `POST /api/auth/register`. */
export const registrationContract = (isCommon: (password: string) => boolean) =>
  z.strictObject({ email, password: wanted(isCommon) });

/** Body of `POST /api/auth/login`: what was once accepted is not judged here. */
export const loginContract = z.strictObject({ email: given, password: given });

/** Body of `POST /api/me/password`. */
export const passwordChangeContract = (isCommon: (password: string) => boolean) =>
  z.strictObject({ old: given, new: wanted(isCommon) });

/** Query of `GET /api/admin/users`. */
export const usersQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  after: z.string().max(64).optional(),
});

/** An account as the API shows it. */
export const userContract = z.strictObject({
  id: z.string(),
  email: z.string(),
  role: z.enum(['user', 'admin']),
});

export const usersContract = z.strictObject({ items: z.array(userContract) });

export const accessContract = z.strictObject({ accessToken: z.string(), expiresIn: z.int() });

export function userBody({ id, email: address, role }: User): z.output<typeof userContract> {
  return { id, email: address, role };
}

/** The access token for the page to use, the refresh token for the browser to keep. */
export function handOver({ accessToken, expiresIn, refreshToken, refreshExpiresIn }: Tokens) {
  const cookie = refreshCookie(refreshToken, refreshExpiresIn);
  const headers = { 'cache-control': 'no-store', 'set-cookie': cookie };
  return { headers, body: { accessToken, expiresIn } };
}

/** How the problems of accounts are said in HTTP. */
const problems = {
  known: new Problem(409, 'This e-mail address has an account.'),
  wrong: new Problem(401, 'The e-mail address or the password is wrong.'),
  'wrong-old': new Problem(403, 'The old password is wrong.'),
  unknown: new Problem(401, 'This account is no longer there.'),
  ended: new Problem(401, 'This session has ended: log in again.', undefined, {
    'set-cookie': endedCookie,
  }),
  forbidden: new Problem(403, 'Only an admin may do this.'),
};

/** @throws the problem that stands for why a use case of accounts said no */
export function orRefuse<Value>(result: Result<Value, keyof typeof problems | TooOften>): Value {
  if (result.ok) return result.value;
  if (typeof result.problem === 'string') throw problems[result.problem];
  const { seconds } = result.problem;
  throw new Problem(429, `That was too often: try again in ${seconds} s.`, undefined, {
    'retry-after': String(seconds),
  });
}

/** The same for a change of password, where it is the old one that may be wrong. */
export function orRefuseChange(result: Result<unknown, 'unknown' | 'wrong' | TooOften>): void {
  if (!result.ok && result.problem === 'wrong') throw problems['wrong-old'];
  orRefuse(result);
}
