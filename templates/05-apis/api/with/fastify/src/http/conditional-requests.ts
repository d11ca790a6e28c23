import { etagOf, names } from './etag.ts';
import type { Routes } from './server.ts';

/** Tags every good JSON answer below /api/, and answers 304 to whoever has it already. */
export function conditionalRequests(): Routes {
  return (app) => {
    app.addHook('onSend', async (request, reply, payload) => {
      const good = reply.statusCode >= 200 && reply.statusCode < 300;
      if (!good || !request.url.startsWith('/api/') || typeof payload !== 'string') return payload;
      const tag = etagOf(payload);
      reply.header('etag', tag);
      const known = request.headers['if-none-match'];
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads || !known || !names(known.replaceAll('W/', ''), tag)) return payload;
      reply.code(304).removeHeader('content-type').removeHeader('content-length');
      return null;
    });
  };
}
