import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { promisify } from 'node:util';
import express, { type Application, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { anyone, type Caller } from '../domain/caller.ts';
import { noRoute, type RoutePattern } from './allowed-methods.ts';
import { answerClientError, hangingUp, timeouts } from './connections.ts';
import { answerErrors } from './errors.ts';
import type { Checks } from './readiness.ts';
import { requestId } from './request-id.ts';

declare global {
  namespace Express {
    interface Request {
      id: string;
      caller: Caller;
    }
  }
}

/** Registers middleware or routes with the app. */
export type Routes = (app: Application) => void;

export interface ServerOptions {
  log: Logger;
  checks: Checks;
  /** How many proxies in front of this service may say where a request comes from. */
  trustedProxies?: number;
  /** The first that fits a path gets it, so `/:code` comes last. */
  routes: Readonly<Record<string, Routes>>;
}

export function createServer({ log, checks, trustedProxies = 0, routes }: ServerOptions) {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.enable('case sensitive routing').enable('strict routing');
  app.set('trust proxy', trustedProxies);
  app.use(receive(log));
  for (const register of Object.values(routes)) register(app);
  const patterns = patternsOf(app);
  app.use(({ method, path }) => {
    throw noRoute(patterns, method, path);
  });
  app.use(answerErrors(log, checks));
  const server = createHttpServer(timeouts, (request, response) => {
    // Express would answer a page to what is neither a path nor a URL.
    const isReadable = /^[/*]/.test(request.url ?? '') || URL.canParse(request.url ?? '');
    if (isReadable) app(request, response);
    else answerClientError({}, request.socket);
  }).on('clientError', answerClientError);
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

/** Gives a request its id and its caller, and logs how it was answered. */
function receive(log: Logger): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request;
    const began = performance.now();
    request.id = requestId(request.headers['x-request-id']);
    request.caller = anyone;
    response.set('x-request-id', request.id);
    response.once('close', () => {
      const ms = Math.round(performance.now() - began);
      log.info({ reqId: request.id, method, path, status: response.statusCode, ms }, 'request');
    });
    next();
  };
}

/** @returns the routes that were registered so far; what answers GET answers HEAD, too */
export function patternsOf(app: Application): readonly RoutePattern[] {
  const found = new Map<string, RoutePattern>();
  for (const { route } of app.router.stack) {
    for (const layer of route?.stack ?? []) {
      const method = layer.method.toUpperCase();
      for (const one of method === 'GET' ? [method, 'HEAD'] : [method]) {
        const pattern = { method: one, path: route?.path ?? '' };
        found.set(`${one} ${pattern.path}`, pattern);
      }
    }
  }
  return [...found.values()];
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
