import { cachePolicy } from './cache-policy.ts';
import type { Routes } from './server.ts';

/** Says with every answer who may keep it. */
export function cacheHeaders(): Routes {
  return (app) => {
    app.use((request, response, next) => {
      response.set('cache-control', cachePolicy(request.path));
      next();
    });
  };
}
