import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemBody, problemOfStatus } from './problem.ts';
import { type Checks, readiness } from './readiness.ts';

/**
 * Says every error as a problem; what nobody foresaw goes to the log and not to the visitor.
 *
 * @param checks when one of them fails, that is why something unforeseen happened
 */
export function answerErrors(checks: Checks) {
  return async (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.statusCode ?? ((await readiness(checks)).ready ? 500 : 503);
    const problem = error instanceof Problem ? error : problemOfStatus(status);
    if (problem.status >= 500) request.log.error({ err: error }, 'unexpected error');
    reply.code(problem.status).header('x-request-id', request.id).type('application/problem+json');
    return reply.send(problemBody(problem, pathOf(request), request.id));
  };
}

/** Without the query, which may carry what nobody else should read. */
export const pathOf = ({ url }: FastifyRequest): string => url.replace(/\?.*/s, '');
