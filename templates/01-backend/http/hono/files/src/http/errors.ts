import { randomUUID } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import type { Logger } from 'pino';
import { type Problem, problemBody, problemOf, problemOfStatus } from './problem.ts';
import type { Checks } from './readiness.ts';
import type { Env } from './request.ts';

/** Says every error as a problem; what nobody foresaw goes to the log and not to the visitor. */
export function answerErrors(log: Logger, checks: Checks): ErrorHandler<Env> {
  return async (error, c) => {
    const problem = await problemOf(error, checks, error instanceof URIError ? 400 : undefined);
    if (problem.status >= 500) log.error({ reqId: c.var.id, err: error }, 'unexpected error');
    return problemResponse(problem, c.req.path, c.var.id);
  };
}

export function problemResponse(problem: Problem, path: string, id: string): Response {
  const { status, headers } = problem;
  return new Response(problemBody(problem, path, id), { status, headers });
}

/** Answers what is HTTP, but no request of the web: a target or a host that no URL can have. */
export function answerUnreadable(): Response {
  const id = randomUUID();
  const response = problemResponse(problemOfStatus(400), '/', id);
  response.headers.set('x-request-id', id);
  return response;
}
