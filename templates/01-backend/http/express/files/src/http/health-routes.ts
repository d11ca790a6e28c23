import { type Checks, readiness } from './readiness.ts';
import type { Routes } from './server.ts';

type Options = { about: object; checks: Checks; dispensable?: Checks };

/** @param options `about` is said at `GET /` where there is no page, `dispensable` only shown */
export function healthRoutes({ about, checks, dispensable }: Options): Routes {
  return (app) => {
    app.get('/livez', (_request, response) => {
      response.json({ status: 'ok' });
    });

    app.get('/readyz', async (_request, response) => {
      const { ready, body } = await readiness(checks, dispensable);
      response.status(ready ? 200 : 503).json(body);
    });

    app.get('/', (_request, response) => {
      response.json(about);
    });
  };
}
