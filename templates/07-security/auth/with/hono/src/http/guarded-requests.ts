import { matchedRoutes } from 'hono/route';
import type { AuditLog, Sessions } from '../security/port.ts';
import {
  bearerToken,
  crossSite,
  isCrossSite,
  isGuarded,
  refreshTokenIn,
  unauthorized,
} from './guard.ts';
import type { Routes } from './request.ts';

export interface GuardedRequestsOptions {
  sessions: Sessions;
  audit: AuditLog;
  clock: () => Date;
}

/** Everything below /api/ needs an access token, but what is there to get one. */
export function guardedRequests({ sessions, audit, clock }: GuardedRequestsOptions): Routes {
  return (app) => {
    app.use('/api/*', async (c, next) => {
      if (c.req.method !== 'GET' && refreshTokenIn(c.req.header('cookie'))) {
        const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')];
        if (isCrossSite({ origin, site, host: c.var.client.host })) throw crossSite;
      }
      const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
      if (isGuarded(route?.path)) {
        const caller = await sessions.callerOf(bearerToken(c.req.header('authorization')));
        if (!caller) throw unauthorized;
        c.set('caller', caller);
      }
      await next();
      if (c.req.method !== 'DELETE' || c.res.status !== 204) return;
      const { id: userId } = c.var.caller;
      await audit.record({ event: 'deleted', userId, at: clock(), detail: c.req.path });
    });
  };
}
