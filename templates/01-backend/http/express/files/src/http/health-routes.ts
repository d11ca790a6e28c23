import { type Checks, readiness } from './readiness.ts';
import type { Routes } from './server.ts';

export interface HealthRoutesOptions {
  /** What `GET /` says where there is no page. */
  about: object;
  checks: Checks;
  /** What the service can do without. */
  dispensable?: Checks;
}

export function healthRoutes({ about, checks, dispensable }: HealthRoutesOptions): Routes {
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
