import { etagOf, isKnown } from './etag.ts';
import type { Routes } from './request.ts';

/** Tags every good JSON answer below /api/, and answers 304 to whoever has it already. */
export function conditionalRequests(): Routes {
  return (app) => {
    app.use('/api/*', async (c, next) => {
      await next();
      const { ok, status, headers } = c.res;
      const body = ok ? await c.res.text() : '';
      if (body === '') return;
      const etag = etagOf(body);
      const known = isKnown(etag, c.req.method, c.req.header('if-none-match'));
      c.res = undefined;
      c.res = known
        ? new Response(null, { status: 304, headers: { etag } })
        : new Response(body, { status, headers: { ...Object.fromEntries(headers), etag } });
    });
  };
}
