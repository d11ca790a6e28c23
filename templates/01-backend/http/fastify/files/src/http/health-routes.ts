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
    app.get('/livez', async () => ({ status: 'ok' }));

    app.get('/readyz', async (_request, reply) => {
      const { ready, body } = await readiness(checks, dispensable);
      return reply.code(ready ? 200 : 503).send(body);
    });

    if (!app.hasRoute({ method: 'GET', url: '/' })) app.get('/', async () => about);
  };
}
