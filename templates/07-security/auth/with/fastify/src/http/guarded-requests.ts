import type { AuditLog, Sessions } from '../security/port.ts';
import { pathOf } from './errors.ts';
import {
  bearerToken,
  crossSite,
  isCrossSite,
  isGuarded,
  refreshTokenIn,
  unauthorized,
} from './guard.ts';
import type { Routes } from './server.ts';

export interface GuardedRequestsOptions {
  sessions: Sessions;
  audit: AuditLog;
  clock: () => Date;
}

/** Everything below /api/ needs an access token, but what is there to get one. */
export function guardedRequests({ sessions, audit, clock }: GuardedRequestsOptions): Routes {
  return (app) => {
    app.addHook('onRequest', (request, _reply, done) => {
      const { headers, host } = request;
      if (request.method !== 'GET' && refreshTokenIn(headers.cookie)) {
        const site = headers['sec-fetch-site']?.toString();
        if (isCrossSite({ origin: headers.origin, site, host })) return done(crossSite);
      }
      if (!isGuarded(request.routeOptions.url)) return done();
      sessions.callerOf(bearerToken(headers.authorization)).then((caller) => {
        if (caller) request.caller = caller;
        done(caller ? undefined : unauthorized);
      }, done);
    });

    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.method !== 'DELETE' || reply.statusCode !== 204) return done(null, payload);
      const { id: userId } = request.caller;
      const entry = { event: 'deleted', userId, at: clock(), detail: pathOf(request) } as const;
      audit.record(entry).then(() => done(null, payload), done);
    });
  };
}
