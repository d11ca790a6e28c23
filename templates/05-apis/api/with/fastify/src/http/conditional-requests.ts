import { etagOf, isKnown } from './etag.ts';
import type { Routes } from './server.ts';

/** Tags every good JSON answer below /api/, and answers 304 to whoever has it already. */
export function conditionalRequests(): Routes {
  return (app) => {
    app.addHook('onSend', (request, reply, payload, done) => {
      const good = reply.statusCode >= 200 && reply.statusCode < 300;
      if (!good || !request.url.startsWith('/api/') || typeof payload !== 'string') {
        return done(null, payload);
      }
      const tag = etagOf(payload);
      reply.header('etag', tag);
      if (!isKnown(tag, request.method, request.headers['if-none-match'])) {
        return done(null, payload);
      }
      reply.code(304).removeHeader('content-type').removeHeader('content-length');
      done(null, null);
    });
  };
}
