import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { anyone, type Caller } from '../domain/caller.ts';
import { StartupError } from '../startup-error.ts';
import { allowedMethods, type RoutePattern } from './allowed-methods.ts';
import { answerClientError, hangingUp } from './connections.ts';
import { answerErrors, pathOf } from './errors.ts';
import { parseJson } from './parse.ts';
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
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    request.caller = anyone;
    done();
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
  return { patterns, listen: listenWith(app), stop: hangingUp(app.server, () => app.close()) };
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
    requestTimeout: 30_000,
    // Longer than the 60 s of common load balancers, which must be the ones to hang up.
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
    // What comes in on an open connection while the server closes is still answered.
    return503OnClosing: false,
  });
  app.decorateRequest('caller');
  app.setErrorHandler(answerError);
  app.removeAllContentTypeParsers();
  const readJson = async (_request: unknown, text: string) => parseJson(text);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, readJson);
  app.addHook('onResponse', (request, { statusCode: status, elapsedTime }, done) => {
    const ms = Math.round(elapsedTime);
    request.log.info({ method: request.method, path: pathOf(request), status, ms }, 'request');
    done();
  });
  return app;
}

/** @returns a function that starts listening and returns the address; port 0 takes a free one */
const listenWith = (app: FastifyInstance) => (port: number, host: string) =>
  app.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'listen') throw error;
    throw new StartupError(`Cannot listen on ${host}:${port} (${error.code}): set PORT or HOST.`);
  });
