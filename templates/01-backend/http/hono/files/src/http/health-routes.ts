import { JSON_UTF8 } from './body.ts';
import { type Checks, readiness } from './readiness.ts';
import type { Routes } from './request.ts';

type Options = { about: object; checks: Checks; dispensable?: Checks };

/** @param options `about` is said at `GET /` where there is no page, `dispensable` only shown */
export function healthRoutes({ about, checks, dispensable }: Options): Routes {
  return (app) => {
    app.get('/livez', (c) => c.json({ status: 'ok' }, 200, JSON_UTF8));

    app.get('/readyz', async (c) => {
      const { ready, body } = await readiness(checks, dispensable);
      return c.json(body, ready ? 200 : 503, JSON_UTF8);
    });

    app.get('/', (c) => c.json(about, 200, JSON_UTF8));
  };
}
