import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { anyone, type Caller } from '../domain/caller.ts';
import { allowedMethods, type RoutePattern } from './allowed-methods.ts';
import { answerClientError, hangingUp } from './connections.ts';
import { answerErrors, pathOf } from './errors.ts';
import { Problem } from './problem.ts';
import { type Checks, readiness } from './readiness.ts';
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
  /** What `GET /` says when none of the routes answers there. */
  about: object;
  checks: Checks;
  /** What the service can do without. */
  dispensable?: Checks;
  /** How many proxies in front of this service may say where a request comes from. */
  trustedProxies?: number;
  routes: Readonly<Record<string, Routes>>;
}

export function createServer({ about, routes, ...options }: ServerOptions) {
  const app = createApp(options);
  const patterns: RoutePattern[] = [];
  app.addHook('onRoute', ({ method, url: path }) => {
    patterns.push(...[method].flat().map((one) => ({ method: one, path })));
  });
  app.setNotFoundHandler((request, reply) => {
    const allow = allowedMethods(patterns, pathOf(request));
    if (!allow) throw new Problem(404, 'There is nothing at this address.');
    reply.header('allow', allow);
    throw new Problem(405, `${request.method} is not possible here.`);
  });

  for (const register of Object.values(routes)) register(app);
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const { ready, body } = await readiness(options.checks, options.dispensable);
    return reply.code(ready ? 200 : 503).send(body);
  });
  if (!app.hasRoute({ method: 'GET', url: '/' })) app.get('/', async () => about);
  return {
    patterns,
    /** Port 0 takes a free one. @returns the address */
    listen: (port: number, host: string) => app.listen({ port, host }),
    stop: hangingUp(app.server, () => app.close()),
  };
}

/**
 * The limits, errors and logs of this service, without a route. Times in ms, sizes in bytes.
 * Hooks of every request call `done` instead of returning a promise: a quarter faster, measured.
 */
function createApp({ log, checks, trustedProxies = 0 }: Omit<ServerOptions, 'about' | 'routes'>) {
  const answerError = answerErrors(checks);
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    trustProxy: trustedProxies > 0 && ((_address, hop) => hop < trustedProxies),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestId(request.headers['x-request-id']),
    bodyLimit: 100 * 1024,
    // Such members are refused like all that a contract does not name.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    requestTimeout: 30_000,
    // Longer than the 60 s of common load balancers, which must be the ones to hang up.
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
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
