import type { Code } from './code.ts';
import { failure, type Result, success } from './result.ts';
import type { TargetUrl } from './target-url.ts';

/** The present moment: a parameter everywhere, so that rules about time can be tested. */
export type Clock = () => Date;

/** A short name for a long address. */
export interface Link {
  readonly code: Code;
  readonly url: TargetUrl;
  /** Id of the caller that made it; null when it is nobody's. */
  readonly owner: string | null;
  readonly createdAt: Date;
  /** From this moment on it no longer redirects; null: never. */
  readonly expiresAt: Date | null;
}

export const isExpired = ({ expiresAt }: Link, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now;

export const parseExpiry = (at: Date, now: Date): Result<Date> =>
  at > now ? success(at) : failure('must be in the future');
