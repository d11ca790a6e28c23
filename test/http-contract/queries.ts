import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { visitorOf } from './visitor.ts';

/** "Unknown query parameters: 400." */
export function queries(backend: Backend): void {
  const { send, get, create } = visitorOf(backend);
  const api = backend.layers.has('api');

  describe('a query parameter that nobody knows', () => {
    it.each([
      ['POST', '/api/links'],
      ['GET', '/api/links/{code}'],
      ...(api
        ? [
            ['GET', '/api/links'],
            ['PATCH', '/api/links/{code}'],
            ['DELETE', '/api/links/{code}'],
            ['GET', '/api/links/{code}/stats'],
          ]
        : []),
    ])('is a 400 for %s %s', async (method = '', path = '') => {
      const { code } = await create();
      const address = path.replace('{code}', code);
      const body = ['POST', 'PATCH'].includes(method) ? { url: 'https://example.com/' } : undefined;
      for (const query of ['x=1', 'x', 'constructor=1', '__proto__=1', 'Limit=1', 'code=abc']) {
        expectProblem(await send(method, `${address}?${query}`, { body }), 400);
      }
      expect((await get(`/api/links/${code}`)).status).toBe(200);
    });
  });
}
