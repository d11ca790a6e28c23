import type { FastifyRequest, onSendAsyncHookHandler, preHandlerAsyncHookHandler } from 'fastify';
import type { Idempotency, KeptAnswer } from '../idempotency/port.ts';
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

    const begin: preHandlerAsyncHookHandler = async (request, reply) => {
      const key = parseIdempotencyKey(request.headers['idempotency-key']);
      if (!key) return;
      const scope = `${request.caller.id} ${request.routeOptions.url}`;
      const begun = await idempotency.begin(scope, key, request.body);
      if (begun.kind === 'first') {
        underWay.set(request, begun.finish);
        return;
      }
      if (begun.kind !== 'again') throw unrepeatable(begun.kind);
      const { status, headers, body } = begun.answer;
      return reply.code(status).headers(headers).send(body);
    };

    const finish: onSendAsyncHookHandler = async (request, reply, payload) => {
      const headers = keptHeaders((name) => reply.getHeader(name));
      const body = typeof payload === 'string' ? payload : '';
      await underWay.get(request)?.({ status: reply.statusCode, headers, body });
      return payload;
    };

    // Of these routes alone, so that no other waits for it.
    app.addHook('onRoute', (route) => {
      if (route.method !== 'POST' || !paths.includes(route.url)) return;
      route.preHandler = begin;
      route.onSend = finish;
    });
  };
}
