import { Problem } from './problem.ts';

/** @throws Problem 400 for a key that cannot be kept */
export function parseIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[!-~]{1,255}$/.test(header)) return header;
  throw new Problem(400, 'Idempotency-Key must be 1 to 255 visible ASCII characters.');
}

/** Why a request cannot be answered by what its key stands for. */
export function unrepeatable(kind: 'other-request' | 'busy'): Problem {
  return kind === 'busy'
    ? new Problem(409, 'The first request with this Idempotency-Key is still under way.')
    : new Problem(422, 'This Idempotency-Key belongs to another request.');
}

/** @returns the headers that belong to an answer and must be repeated with it */
export function keptHeaders(get: (name: string) => unknown): Record<string, string> {
  const names = ['content-type', 'location', 'etag'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
