import type { z } from 'zod';
import { type FieldError, Problem } from './problem.ts';

/** @throws Problem 400 when there is no text, or it is not JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, text ? 'The body is not valid JSON.' : 'The body is empty.');
  }
}

/** @throws Problem 400 when there is no body, 422 naming every field that is wrong */
export function parseBody<Output>(contract: z.ZodType<Output>, body: unknown): Output {
  if (body === undefined) throw new Problem(400, 'The body is empty.');
  const parsed = contract.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new Problem(422, 'The body is not what is expected here.', fieldErrors(parsed.error));
}

/** @throws Problem 400 when a query parameter is unknown or wrong */
export function parseQuery<Output>(contract: z.ZodType<Output>, query: unknown): Output {
  const parsed = contract.safeParse(query);
  if (parsed.success) return parsed.data;
  const details = fieldErrors(parsed.error).map(({ pointer, detail }) => `${pointer} ${detail}`);
  throw new Problem(400, `The query is not what is expected here: ${details.join(', ')}`);
}

function fieldErrors({ issues }: z.ZodError): FieldError[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return fieldError(issue.path, issue.message);
    return issue.keys.map((key) => fieldError([...issue.path, key], 'is unknown'));
  });
}

function fieldError(path: readonly PropertyKey[], detail: string): FieldError {
  const escaped = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return { pointer: ['', ...escaped].join('/'), detail };
}
