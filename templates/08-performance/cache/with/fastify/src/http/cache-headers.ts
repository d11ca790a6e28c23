import { cachePolicy } from './cache-policy.ts';
import type { Routes } from './server.ts';

/** Says with every answer who may keep it. */
export function cacheHeaders(): Routes {
  return (app) => {
    app.addHook('onRequest', (request, reply, done) => {
      reply.header('cache-control', cachePolicy(request.url));
      done();
    });
  };
}
