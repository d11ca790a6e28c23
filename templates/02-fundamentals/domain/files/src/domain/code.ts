import { failure, type Result, success } from './result.ts';

declare const brand: unique symbol;

/** The name of a short link. Only `isCode` makes one, so no unchecked text passes for a code. */
export type Code = string & { readonly [brand]: 'Code' };

/** A whole number from 0 up to, not including, `limit`. Must not be guessable. */
export type RandomInt = (limit: number) => number;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 62⁷ ≈ 3.5 · 10¹² codes: beside a million links, a guess hits once in 3.5 million tries. */
const GENERATED_LENGTH = 7;

/** First path segments that are, or may become, the service's own. */
const RESERVED = ['api', 'assets', 'docs', 'graphql', 'livez', 'metrics', 'openapi', 'readyz'];

export function isCode(text: string): text is Code {
  return /^[A-Za-z0-9_-]{3,64}$/.test(text) && !RESERVED.includes(text);
}

export function parseCode(text: string): Result<Code> {
  if (isCode(text)) return success(text);
  if (RESERVED.includes(text)) return failure('is reserved');
  return failure('must be 3 to 64 characters of A–Z, a–z, 0–9, "_" and "-"');
}

export function generateCode(random: RandomInt): Code {
  let text = '';
  while (text.length < GENERATED_LENGTH) text += ALPHABET.charAt(random(ALPHABET.length));
  return isCode(text) ? text : generateCode(random);
}
