import type { Limits } from '../limits/port.ts';
import { beforeSending } from './before-sending.ts';
import { isWrite, type LimitedName, tooMany, whoIs } from './limited-requests.ts';
import { problemBody } from './problem.ts';
import type { Routes } from './server.ts';

export function rateLimits({ limits }: { limits: Limits<LimitedName> }): Routes {
  return (app) => {
    app.use((request, _response, next) => {
      if (!isWrite(request.method)) return next();
      limits.count('writes', whoIs(request.ip ?? '')).then((seconds) => {
        next(seconds === undefined ? undefined : tooMany(seconds));
      }, next);
    });

    // Who guesses codes is told nothing any more; who follows one that exists still gets there.
    app.use((request, response, next) => {
      const { path } = request;
      const refuse = async (body: unknown) => {
        const seconds = await limits.count('notFound', whoIs(request.ip ?? ''));
        if (seconds === undefined) return body;
        const problem = tooMany(seconds);
        response.status(problem.status).set(problem.headers);
        return problemBody(problem, path, request.id);
      };
      beforeSending(response, (body) => (response.statusCode === 404 ? refuse(body) : body));
      next();
    });
  };
}
