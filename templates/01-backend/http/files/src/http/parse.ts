import type { z } from 'zod';
import { type FieldError, Problem } from './problem.ts';

/** How large (bytes) a body may be. */
export const BODY_LIMIT = 100 * 1024;

/** @throws Problem 400 when there is no body, 422 naming every field that is wrong */
export function parseBody<Output>(contract: z.ZodType<Output>, body: unknown): Output {
  const { success, data, error } = contract.safeParse(body);
  if (success) return data;
  if (body === undefined) throw new Problem(400, 'The body is empty.');
  const errors = error.issues.flatMap(fieldErrors);
  throw new Problem(422, 'The body is not what is expected here.', errors);
}

/** @throws Problem 400 when a query parameter is unknown or wrong */
export function parseQuery<Output>(contract: z.ZodType<Output>, query: unknown): Output {
  const { success, data, error } = contract.safeParse(query);
  if (success) return data;
  const details = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
  throw new Problem(400, `The query is not what is expected here: ${details.join(', ')}`);
}

function fieldErrors({ path, message, ...issue }: z.core.$ZodIssue): FieldError[] {
  const paths = 'keys' in issue ? issue.keys.map((key) => [...path, key]) : [path];
  const escaped = (part: PropertyKey) => String(part).replace(/~/g, '~0').replace(/\//g, '~1');
  return paths.map((one) => ({ pointer: ['', ...one.map(escaped)].join('/'), detail: message }));
}
