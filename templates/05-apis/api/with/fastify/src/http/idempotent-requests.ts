import type { FastifyRequest } from 'fastify';
import type { Idempotency, KeptAnswer } from '../idempotency/port.ts';
import { pathOf } from './errors.ts';
import { keptHeaders, parseIdempotencyKey, unrepeatable } from './idempotency-key.ts';
import type { Routes } from './server.ts';

export interface IdempotentRequestsOptions {
  idempotency: Idempotency;
  /** Where a POST may come with an Idempotency-Key. */
  paths: readonly string[];
}

export function idempotentRequests({ idempotency, paths }: IdempotentRequestsOptions): Routes {
  return (app) => {
    const underWay = new WeakMap<FastifyRequest, (answer: KeptAnswer) => Promise<void>>();

    app.addHook('preHandler', async (request, reply) => {
      const path = pathOf(request);
      if (request.method !== 'POST' || !paths.includes(path)) return;
      const key = parseIdempotencyKey(request.headers['idempotency-key']);
      if (!key) return;
      const begun = await idempotency.begin(`${request.caller.id} ${path}`, key, request.body);
      if (begun.kind === 'first') {
        underWay.set(request, begun.finish);
        return;
      }
      if (begun.kind !== 'again') throw unrepeatable(begun.kind);
      const { status, headers, body } = begun.answer;
      return reply.code(status).headers(headers).send(body);
    });

    app.addHook('onSend', async (request, reply, payload) => {
      const headers = keptHeaders((name) => reply.getHeader(name));
      const body = typeof payload === 'string' ? payload : '';
      await underWay.get(request)?.({ status: reply.statusCode, headers, body });
      return payload;
    });
  };
}
