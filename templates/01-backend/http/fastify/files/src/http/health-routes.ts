import { type Checks, readiness } from './readiness.ts';
import type { Routes } from './server.ts';

type Options = { about: object; checks: Checks; dispensable?: Checks };

/** @param options `about` is said at `GET /` where there is no page, `dispensable` only shown */
export function healthRoutes({ about, checks, dispensable }: Options): Routes {
  return (app) => {
    app.get('/livez', async () => ({ status: 'ok' }));

    app.get('/readyz', async (_request, reply) => {
      const { ready, body } = await readiness(checks, dispensable);
      return reply.code(ready ? 200 : 503).send(body);
    });

    if (!app.hasRoute({ method: 'GET', url: '/' })) app.get('/', async () => about);
  };
}
