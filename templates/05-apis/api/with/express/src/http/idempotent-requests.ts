import type { RequestHandler } from 'express';
import type { Idempotency } from '../idempotency/port.ts';
import { beforeSending } from './before-sending.ts';
import { readBody } from './body.ts';
import { keptHeaders, parseIdempotencyKey, unrepeatable } from './idempotency-key.ts';
import type { Routes } from './server.ts';

export interface IdempotentRequestsOptions {
  idempotency: Idempotency;
  /** Where a POST may come with an Idempotency-Key. */
  paths: readonly string[];
}

export function idempotentRequests({ idempotency, paths }: IdempotentRequestsOptions): Routes {
  const answerOnce: RequestHandler = async (request, response, next) => {
    const key = parseIdempotencyKey(request.headers['idempotency-key']);
    if (!key) return next();
    const scope = `${request.caller.id} ${request.path}`;
    const begun = await idempotency.begin(scope, key, request.body);
    if (begun.kind === 'again') {
      const { status, headers, body } = begun.answer;
      response.status(status).set(headers).end(body);
      return;
    }
    if (begun.kind !== 'first') throw unrepeatable(begun.kind);
    beforeSending(response, async (body) => {
      const headers = keptHeaders((name) => response.get(name));
      await begun.finish({ status: response.statusCode, headers, body: String(body ?? '') });
      return body;
    });
    next();
  };
  return (app) => {
    for (const path of paths) app.post(path, readBody, answerOnce);
  };
}
