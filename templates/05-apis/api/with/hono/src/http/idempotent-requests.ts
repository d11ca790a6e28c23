import type { MiddlewareHandler } from 'hono';
import type { Idempotency } from '../idempotency/port.ts';
import { limitedBody, readBody } from './body.ts';
import { keptHeaders, parseIdempotencyKey, unrepeatable } from './idempotency-key.ts';
import type { Env, Routes } from './request.ts';

export interface IdempotentRequestsOptions {
  idempotency: Idempotency;
  /** Where a POST may come with an Idempotency-Key. */
  paths: readonly string[];
}

export function idempotentRequests({ idempotency, paths }: IdempotentRequestsOptions): Routes {
  const answerOnce: MiddlewareHandler<Env> = async (c, next) => {
    const key = parseIdempotencyKey(c.req.header('idempotency-key'));
    if (!key) return next();
    const scope = `${c.var.caller.id} ${c.req.path}`;
    const begun = await idempotency.begin(scope, key, await readBody(c));
    if (begun.kind === 'again') {
      const { body, ...answer } = begun.answer;
      return new Response(body, answer);
    }
    if (begun.kind !== 'first') throw unrepeatable(begun.kind);
    await next();
    const body = await c.res.clone().text();
    const headers = keptHeaders((name) => c.res.headers.get(name));
    await begun.finish({ status: c.res.status, headers, body });
  };
  return (app) => {
    for (const path of paths) app.post(path, limitedBody, answerOnce);
  };
}
