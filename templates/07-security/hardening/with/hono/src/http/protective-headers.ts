import { crossOrigin } from './cross-origin.ts';
import type { Routes } from './request.ts';
import { securityHeaders } from './security-headers.ts';

export interface ProtectiveHeadersOptions {
  publicUrl: string;
  /** Origins whose pages may use the API from a browser. */
  allowedOrigins: readonly string[];
}

export function protectiveHeaders(options: ProtectiveHeadersOptions): Routes {
  const fixed = new Map(Object.entries(securityHeaders(options.publicUrl)));
  const answerTo = crossOrigin(options.allowedOrigins);
  return (app) => {
    app.use(async (c, next) => {
      const { incoming, outgoing } = c.env;
      outgoing.setHeaders(fixed);
      const { method = '', headers } = incoming;
      const asksFor = headers['access-control-request-method'];
      const withHeaders = headers['access-control-request-headers'];
      const answer = answerTo({ method, origin: headers.origin, asksFor, withHeaders });
      for (const [name, value] of Object.entries(answer.headers)) outgoing.setHeader(name, value);
      return answer.permission ? c.body(null, 204) : next();
    });
  };
}
