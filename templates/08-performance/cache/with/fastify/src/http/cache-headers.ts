import type { onRequestHookHandler } from 'fastify';
import { cachePolicy } from './cache-policy.ts';
import type { Routes } from './server.ts';

/** Says with every answer of a route who may keep it; decided once for each route. */
export function cacheHeaders(): Routes {
  return (app) => {
    app.addHook('onRoute', (route) => {
      const policy = cachePolicy(route.url);
      if (!policy) return;
      const say: onRequestHookHandler = (_request, reply, done) => {
        reply.header('cache-control', policy);
        done();
      };
      route.onRequest = [...[route.onRequest ?? []].flat(), say];
    });
  };
}
