import type { AuditLog, Sessions } from '../security/port.ts';
import { allowedMethods, type RoutePattern } from './allowed-methods.ts';
import { beforeSending } from './before-sending.ts';
import {
  bearerToken,
  crossSite,
  isCrossSite,
  isGuarded,
  refreshTokenIn,
  unauthorized,
} from './guard.ts';
import { patternsOf, type Routes } from './server.ts';

export interface GuardedRequestsOptions {
  sessions: Sessions;
  audit: AuditLog;
  clock: () => Date;
}

/** Everything below /api/ needs an access token, but what is there to get one. */
export function guardedRequests({ sessions, audit, clock }: GuardedRequestsOptions): Routes {
  return (app) => {
    let patterns: readonly RoutePattern[] | undefined;
    app.use('/api', async (request, _response, next) => {
      const { method, headers, host, baseUrl, path } = request;
      if (method !== 'GET' && refreshTokenIn(headers.cookie)) {
        const site = headers['sec-fetch-site']?.toString();
        if (isCrossSite({ origin: headers.origin, site, host })) throw crossSite;
      }
      const route = baseUrl + path;
      patterns ??= patternsOf(app);
      if (isGuarded(route) && allowedMethods(patterns, route).includes(method)) {
        const caller = await sessions.callerOf(bearerToken(headers.authorization));
        if (!caller) throw unauthorized;
        request.caller = caller;
      }
      next();
    });

    app.use('/api', (request, response, next) => {
      const { method, baseUrl, path, caller } = request;
      if (method !== 'DELETE') return next();
      beforeSending(response, async (body) => {
        const entry = { event: 'deleted', userId: caller.id, at: clock() } as const;
        if (response.statusCode === 204) await audit.record({ ...entry, detail: baseUrl + path });
        return body;
      });
      next();
    });
  };
}
