import { crossOrigin } from './cross-origin.ts';
import { securityHeaders } from './security-headers.ts';
import type { Routes } from './server.ts';

export interface ProtectiveHeadersOptions {
  publicUrl: string;
  /** Origins whose pages may use the API from a browser. */
  allowedOrigins: readonly string[];
}

export function protectiveHeaders(options: ProtectiveHeadersOptions): Routes {
  const fixed = new Map(Object.entries(securityHeaders(options.publicUrl)));
  const answerTo = crossOrigin(options.allowedOrigins);
  return (app) => {
    app.use(({ method, headers }, response, next) => {
      response.setHeaders(fixed);
      const asksFor = headers['access-control-request-method'];
      const withHeaders = headers['access-control-request-headers'];
      const answer = answerTo({ method, origin: headers.origin, asksFor, withHeaders });
      response.set(answer.headers);
      if (!answer.permission) return next();
      response.status(204).end();
    });
  };
}
