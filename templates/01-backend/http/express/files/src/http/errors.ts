import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { problemBody, problemOf } from './problem.ts';
import type { Checks } from './readiness.ts';

/** Says every error as a problem; what nobody foresaw goes to the log and not to the visitor. */
export function answerErrors(log: Logger, checks: Checks): ErrorRequestHandler {
  return async (error: Error & { status?: number }, request, response, next) => {
    const problem = await problemOf(error, checks, error.status);
    if (problem.status >= 500) log.error({ reqId: request.id, err: error }, 'unexpected error');
    if (response.headersSent) return next(error);
    response.status(problem.status).set(problem.headers);
    response.end(problemBody(problem, request.path, request.id));
  };
}
