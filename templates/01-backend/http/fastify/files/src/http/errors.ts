import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, problemOf } from './problem.ts';
import type { Checks } from './readiness.ts';

/** Says every error as a problem; what nobody foresaw goes to the log and not to the visitor. */
export function answerErrors(checks: Checks) {
  return async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = await problemOf(error, checks, error.statusCode);
    if (problem.status >= 500) request.log.error({ err: error }, 'unexpected error');
    reply.code(problem.status).header('x-request-id', request.id).headers(problem.headers);
    return reply.send(problemBody(problem, pathOf(request), request.id));
  };
}

/** Without the query, which may carry what nobody else should read. */
export const pathOf = ({ url }: FastifyRequest): string => url.replace(/\?.*/s, '');
