import { STATUS_CODES } from 'node:http';
import type { Result } from '../domain/result.ts';

/** A field that is wrong: a JSON Pointer (RFC 6901) into the body, and why. */
export type FieldError = { readonly pointer: string; readonly detail: string };

/** An answer that says what went wrong, to be thrown by whatever handles a request. */
export class Problem extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;

  constructor(status: number, detail: string, errors?: readonly FieldError[]) {
    super(detail);
    this.status = status;
    this.errors = errors;
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

/** The body of a problem, in the form of RFC 9457. */
export function problemBody({ status, message, errors }: Problem, path: string, requestId: string) {
  const title = STATUS_CODES[status];
  const body = { type: 'about:blank', title, status, detail: message, instance: path, requestId };
  return JSON.stringify({ ...body, errors });
}
