import { etagOf } from './etag.ts';
import type { Routes } from './server.ts';

/** Tags every good answer, and answers 304 to whoever has it already: Express does, told how. */
export function conditionalRequests(): Routes {
  return (app) => {
    app.set('etag', (body: Buffer) => etagOf(body));
    app.use('/api', ({ headers }, _response, next) => {
      // It is for caches on the way; `fetch` sends it with If-None-Match, and Express would obey.
      delete headers['cache-control'];
      next();
    });
  };
}
