import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { anyone, type Caller } from '../domain/caller.ts';
import { noRoute, type RoutePattern } from './allowed-methods.ts';
import { answerClientError, hangingUp, timeouts } from './connections.ts';
import { answerErrors, pathOf } from './errors.ts';
import { BODY_LIMIT } from './parse.ts';
import type { Checks } from './readiness.ts';
import { requestId } from './request-id.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Registers routes with the app. */
export type Routes = (app: FastifyInstance) => void;

export interface ServerOptions {
  log: FastifyBaseLogger;
  checks: Checks;
  /** How many proxies in front of this service may say where a request comes from. */
  trustedProxies?: number;
  /** The first that fits a path gets it, so `/:code` comes last. */
  routes: Readonly<Record<string, Routes>>;
}

export function createServer({ routes, ...options }: ServerOptions) {
  const app = createApp(options);
  const patterns: RoutePattern[] = [];
  app.addHook('onRoute', ({ method, url: path }) => {
    patterns.push(...[method].flat().map((one) => ({ method: one, path })));
  });
  for (const register of Object.values(routes)) register(app);
  // Before a body is read that nobody wants.
  app.addHook('onRequest', (request, _reply, done) => {
    done(request.is404 ? noRoute(patterns, request.method, pathOf(request)) : undefined);
  });
  return {
    patterns,
    /** Port 0 takes a free one. @returns the address */
    listen: (port: number, host: string) => app.listen({ port, host }),
    stop: hangingUp(app.server, () => app.close()),
  };
}

/**
 * The limits, errors and logs of this service, without a route.
 * Hooks of every request call `done` instead of returning a promise: a quarter faster, measured.
 */
function createApp({ log, checks, trustedProxies = 0 }: Omit<ServerOptions, 'routes'>) {
  const answerError = answerErrors(checks);
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    trustProxy: trustedProxies > 0 && ((_address, hop) => hop < trustedProxies),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestId(request.headers['x-request-id']),
    bodyLimit: BODY_LIMIT,
    // Such members are refused like all that a contract does not name.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    ...timeouts,
    http: timeouts,
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
    // What comes in on an open connection while the server closes is still answered.
    return503OnClosing: false,
  });
  app.setErrorHandler(answerError);
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('caller');
  app.addHook('onRequest', (request, reply, done) => {
    request.caller = anyone;
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, { statusCode: status, elapsedTime }, done) => {
    const ms = Math.round(elapsedTime);
    request.log.info({ method: request.method, path: pathOf(request), status, ms }, 'request');
    done();
  });
  return app;
}
