import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Backend } from './backend.ts';
import { routesOf } from './methods.ts';
import { visitorOf } from './visitor.ts';

const documentContract = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
  ),
});

/** Addresses that are for people, or that hold the document itself: it need not describe them. */
const besides: ReadonlySet<string> = new Set(['/', '/docs', '/openapi.json']);

/** GET /openapi.json and /docs. */
export function documents(backend: Backend): void {
  const { send, get, create } = visitorOf(backend);
  const has = (layer: string) => backend.layers.has(layer);
  const read = async () => documentContract.parse((await get('/openapi.json')).body);

  describe('the document of the API', () => {
    it('is OpenAPI 3.1 in JSON', async () => {
      const answer = await get('/openapi.json');
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      documentContract.parse(answer.body);
    });

    it('describes the routes that there are, and no others', async () => {
      const { paths } = await read();
      const described = Object.entries(paths)
        .filter(([path]) => !besides.has(path))
        .map(([path, methods]) => `${path} ${Object.keys(methods).sort().join(' ')}`);
      const wanted = [...routesOf(backend)]
        .filter(([path]) => !besides.has(path))
        .map(([path, methods]) => `${path} ${methods.join(' ').toLowerCase()}`);
      expect(described).toEqual(expect.arrayContaining(wanted));
      // Layers with routes that this contract does not speak of.
      if (['auth', 'oauth', 'async', 'graphql', 'streaming'].some(has)) return;
      expect(described.sort()).toEqual(wanted.sort());
    });

    it('describes the answers that are given', async () => {
      const { paths } = await read();
      for (const [path, methods] of Object.entries(paths)) {
        if (!routesOf(backend).has(path)) continue;
        for (const [method, { responses }] of Object.entries(methods)) {
          const { code } = await create();
          for (const value of [code, 'not.there']) {
            const body = { post: { url: 'https://example.com/' }, patch: { expiresAt: null } };
            const { status } = await send(method.toUpperCase(), path.replace('{code}', value), {
              body: method === 'post' || method === 'patch' ? body[method] : undefined,
            });
            expect(Object.keys(responses), `${method} ${path}`).toContain(String(status));
          }
        }
      }
    });

    it('refers to nothing that it does not have', async () => {
      const { text, body } = await get('/openapi.json');
      for (const [, reference = ''] of text.matchAll(/"\$ref": *"([^"]+)"/g)) {
        expect(reference).toMatch(/^#\//);
        const found = reference
          .slice(2)
          .split('/')
          .reduce<unknown>((place, name) => z.looseObject({}).parse(place)[name], body);
        expect(found, reference).toBeDefined();
      }
    });

    it('has a page for people, which names every path and runs no script', async () => {
      const { status, headers, text } = await get('/docs');
      expect(status).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/html\b/);
      for (const path of Object.keys((await read()).paths)) expect(text).toContain(path);
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/default-src|script-src/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|javascript:/i);
    });

    it('has a page whose parts come from here and are there', async () => {
      const { text } = await get('/docs');
      for (const [, address = ''] of text.matchAll(
        /<(?:link|script|img)[^>]*(?:href|src)="([^"]+)"/g,
      )) {
        expect(new URL(address, 'http://here').host).toBe('here');
        expect((await get(address)).status, address).toBe(200);
      }
    });
  });
}
