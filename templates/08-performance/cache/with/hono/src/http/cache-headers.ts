import { cachePolicy } from './cache-policy.ts';
import type { Routes } from './request.ts';

/** Says with every answer who may keep it. */
export function cacheHeaders(): Routes {
  return (app) => {
    app.use((c, next) => {
      c.env.outgoing.setHeader('cache-control', cachePolicy(c.req.path));
      return next();
    });
  };
}
