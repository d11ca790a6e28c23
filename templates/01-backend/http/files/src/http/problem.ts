import { STATUS_CODES } from 'node:http';
import type { Result } from '../domain/result.ts';
import { type Checks, readiness } from './readiness.ts';

/** A field that is wrong: a JSON Pointer (RFC 6901) into the body, and why. */
export type FieldError = { readonly pointer: string; readonly detail: string };

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** An answer that says what went wrong, to be thrown by whatever handles a request. */
export class Problem extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, errors?: readonly FieldError[], headers = {}) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.headers = { ...headers, 'content-type': PROBLEM_JSON };
  }
}

/** @throws the problem that stands for why a use case said no */
export function orThrow<Value, Kind extends string>(
  result: Result<Value, Kind>,
  problems: { readonly [kind in Kind]: Problem },
): Value {
  if (result.ok) return result.value;
  throw problems[result.problem];
}

const DETAILS: Readonly<Record<number, string>> = {
  413: 'The body may have at most 100 KB.',
  415: 'The body must be application/json.',
  500: 'Something went wrong here; the log says what.',
  503: 'A part of this service is not available: try again later.',
};

/** What is said when the framework refused with this status, or something unforeseen happened. */
export function problemOfStatus(status: number): Problem {
  const known = status < 500 || status in DETAILS ? status : 500;
  return new Problem(known, DETAILS[known] ?? 'The request is empty, or could not be read.');
}

/**
 * @param error what was thrown, by us, by the framework, or by what nobody foresaw
 * @param checks when one of them fails, that is why something unforeseen happened
 * @param status what the framework refuses with
 */
export async function problemOf(error: Error, checks: Checks, status?: number): Promise<Problem> {
  if (error instanceof Problem) return error;
  return problemOfStatus(status ?? ((await readiness(checks)).ready ? 500 : 503));
}

/** The body of a problem, in the form of RFC 9457. */
export function problemBody({ status, message, errors }: Problem, path: string, requestId: string) {
  const title = STATUS_CODES[status];
  const body = { type: 'about:blank', title, status, detail: message, instance: path, requestId };
  return JSON.stringify({ ...body, errors });
}
