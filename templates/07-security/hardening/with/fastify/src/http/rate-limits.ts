import type { Limits } from '../limits/port.ts';
import { pathOf } from './errors.ts';
import { isWrite, type LimitedName, tooMany, whoIs } from './limited-requests.ts';
import { problemBody } from './problem.ts';
import type { Routes } from './server.ts';

export function rateLimits({ limits }: { limits: Limits<LimitedName> }): Routes {
  return (app) => {
    app.addHook('onRequest', (request, _reply, done) => {
      if (!isWrite(request.method)) return done();
      limits.count('writes', whoIs(request.ip)).then((seconds) => {
        done(seconds === undefined ? undefined : tooMany(seconds));
      }, done);
    });

    // Who guesses codes is told nothing any more; who follows one that exists still gets there.
    app.addHook('onSend', (request, reply, payload, done) => {
      if (reply.statusCode !== 404) return done(null, payload);
      limits.count('notFound', whoIs(request.ip)).then((seconds) => {
        if (seconds === undefined) return done(null, payload);
        const problem = tooMany(seconds);
        reply.code(problem.status).headers(problem.headers);
        done(null, problemBody(problem, pathOf(request), request.id));
      }, done);
    });
  };
}
