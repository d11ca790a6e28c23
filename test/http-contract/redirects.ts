import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { freshCode, linkIn, momentIn, visitorOf } from './visitor.ts';

/** GET and HEAD /{code}. */
export function redirects(backend: Backend): void {
  const { send, get, post, create } = visitorOf(backend);

  describe('following a link', () => {
    it('is a 302 to its target, also for those who only look', async () => {
      const { code, url } = await create({ url: 'https://example.com/target' });
      for (const method of ['GET', 'HEAD']) {
        const { status, headers, text } = await send(method, `/${code}`);
        expect([status, headers.location]).toEqual([302, url]);
        expect(text).toBe('');
        if (backend.layers.has('cache')) expect(headers['cache-control']).toBe('no-store');
      }
    });

    it.each([
      ['a code that nobody made', () => freshCode('none')],
      ['what cannot be a code', () => 'a.b'],
      ['a code that is too long', () => 'x'.repeat(65)],
      ['a code that is too short', () => 'ab'],
      ['SQL', () => "x'%20or%20'1'='1"],
    ])('is a 404 for %s', async (_, code) => {
      expectProblem(await get(`/${code()}`), 404);
      expect((await send('HEAD', `/${code()}`)).status).toBe(404);
    });

    it.each(['api', 'metrics', 'assets', 'graphql', 'openapi'])(
      'is a 404 for the reserved code %s',
      async (code) => {
        expectProblem(await get(`/${code}`), 404);
      },
    );

    it('says nothing of what runs here', async () => {
      const { code } = await create();
      for (const path of ['/livez', '/', `/${code}`, '/no/such/path']) {
        const { headers } = await get(path);
        expect(headers).not.toHaveProperty('x-powered-by');
        expect(headers).not.toHaveProperty('server');
      }
    });

    it('is a 410 once the link has expired, whose code stays taken and readable', async () => {
      const link = await create({ expiresAt: momentIn(1500) });
      expect((await get(`/${link.code}`)).status).toBe(302);
      await setTimeout(Date.parse(link.expiresAt ?? '') - Date.now() + 20);
      expectProblem(await get(`/${link.code}`), 410);
      expect((await send('HEAD', `/${link.code}`)).status).toBe(410);
      expect(linkIn(await get(`/api/links/${link.code}`))).toEqual(link);
      expectProblem(await post({ url: 'https://example.com/', code: link.code }), 409);
    });
  });
}
