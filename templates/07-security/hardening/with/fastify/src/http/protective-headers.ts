import { crossOrigin } from './cross-origin.ts';
import { securityHeaders } from './security-headers.ts';
import type { Routes } from './server.ts';

export interface ProtectiveHeadersOptions {
  publicUrl: string;
  /** Origins whose pages may use the API from a browser. */
  allowedOrigins: readonly string[];
}

export function protectiveHeaders(options: ProtectiveHeadersOptions): Routes {
  const fixed = securityHeaders(options.publicUrl);
  const answerTo = crossOrigin(options.allowedOrigins);
  return (app) => {
    app.addHook('onRequest', (request, reply, done) => {
      reply.headers(fixed);
      const { method, headers } = request;
      const asksFor = headers['access-control-request-method'];
      const withHeaders = headers['access-control-request-headers'];
      const answer = answerTo({ method, origin: headers.origin, asksFor, withHeaders });
      reply.headers(answer.headers);
      if (!answer.permission) return done();
      reply.code(204).send();
    });
  };
}
