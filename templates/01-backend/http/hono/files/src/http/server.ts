import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { anyone } from '../domain/caller.ts';
import { noRoute, type RoutePattern } from './allowed-methods.ts';
import { answerClientError, hangingUp, timeouts } from './connections.ts';
import { answerErrors, answerUnreadable, problemResponse } from './errors.ts';
import type { Checks } from './readiness.ts';
import { clientOf, type Env, pathOf, type Routes } from './request.ts';
import { requestId } from './request-id.ts';

export interface ServerOptions {
  log: Logger;
  checks: Checks;
  /** How many proxies in front of this service may say where a request comes from. */
  trustedProxies?: number;
  /** The first that fits a path gets it, so `/:code` comes last. */
  routes: Readonly<Record<string, Routes>>;
}

export function createServer({ log, checks, trustedProxies = 0, routes }: ServerOptions) {
  const app = new Hono<Env>({
    getPath: ({ url }, { env } = {}) => (env ? pathOf(env.incoming) : new URL(url).pathname),
  });
  app.use(receive(log, trustedProxies));
  for (const register of Object.values(routes)) register(app);
  const patterns = patternsOf(app);
  app.notFound(({ req, var: { id } }) =>
    problemResponse(noRoute(patterns, req.method, req.path), req.path, id),
  );
  app.onError(answerErrors(log, checks));
  const options = { hostname: 'localhost', errorHandler: answerUnreadable };
  const server = createHttpServer(timeouts, getRequestListener(app.fetch, options));
  server.on('clientError', answerClientError);
  return {
    patterns,
    /** Port 0 takes a free one. @returns the address */
    async listen(port: number, host: string) {
      await once(server.listen(port, host), 'listening');
      const address = addressOf(server, host);
      log.info(`Server listening at ${address}`);
      return address;
    },
    stop: hangingUp(server, promisify(server.close.bind(server))),
  };
}

/**
 * Gives a request its id and its caller, and logs how it was answered.
 * Headers of every answer are set on Node's response: with those of the web, a redirect takes twice
 * as long, measured.
 */
function receive(log: Logger, trustedProxies: number): MiddlewareHandler<Env> {
  return (c, next) => {
    const { incoming, outgoing } = c.env;
    const { method, path } = c.req;
    const began = performance.now();
    const id = requestId(incoming.headers['x-request-id']);
    c.set('id', id);
    c.set('caller', anyone);
    c.set('client', clientOf(incoming, trustedProxies));
    outgoing.setHeader('x-request-id', id);
    outgoing.once('close', () => {
      const ms = Math.round(performance.now() - began);
      log.info({ reqId: id, method, path, status: outgoing.statusCode, ms }, 'request');
    });
    // Throws what answers 400: Hono would take what cannot be decoded as it is.
    if (path.includes('%')) decodeURIComponent(path);
    return next();
  };
}

/** @returns the routes, without middleware; what answers GET answers HEAD, too */
function patternsOf({ routes }: Hono<Env>): readonly RoutePattern[] {
  const found = new Map<string, RoutePattern>();
  for (const { method, path } of routes.filter((route) => route.method !== 'ALL')) {
    for (const one of method === 'GET' ? [method, 'HEAD'] : [method]) {
      found.set(`${one} ${path}`, { method: one, path });
    }
  }
  return [...found.values()];
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
