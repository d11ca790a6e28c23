import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { gateTo } from '../support/gate.ts';

const target = 'https://example.com/page';
const redis = process.env.REDIS_URL;
let app: TestApp;
afterEach(() => app.stop());

const create = async (more = {}) =>
  (await app.request('POST', '/api/links', { url: target, ...more })).body.code as string;
const status = async (path: string) => (await app.request('GET', path)).status;
const cacheOk = async () => (await app.request('GET', '/readyz')).body.checks.cache.ok;
const aCode = () => `c${Math.random().toString(36).slice(2)}`;

describe.each([['this process', ''], ...(redis ? [['Redis', redis]] : [])])(
  'in %s',
  (_, url = '') => {
    it('a code that did not exist leads somewhere as soon as it does', async () => {
      app = await startApp({ REDIS_URL: url });
      const code = aCode();
      expect(await status(`/${code}`)).toBe(404);
      await create({ code });
      expect(await status(`/${code}`)).toBe(302);
    });

    it('a cached link expires to the moment', async () => {
      app = await startApp({ REDIS_URL: url });
      const code = await create({ expiresAt: app.in(60_000) });
      expect(await status(`/${code}`)).toBe(302);
      app.pass(60_000);
      expect(await status(`/${code}`)).toBe(410);
    });
  },
);

describe('other caches', () => {
  it.each(['GET', 'HEAD'])(
    'must not keep what is answered at a short link to %s',
    async (method) => {
      app = await startApp();
      const [here, gone] = [await create(), await create({ expiresAt: app.in(1000) })];
      app.pass(1000);
      for (const code of [here, gone, aCode()]) {
        const { headers } = await app.request(method, `/${code}`);
        expect(headers['cache-control']).toBe('no-store');
      }
    },
  );

  it('keep answers of the API for their reader only', async () => {
    app = await startApp();
    const { headers } = await app.request('GET', `/api/links/${await create()}`);
    expect(headers['cache-control']).toBe('private, no-cache');
  });
});

describe.runIf(redis)('without Redis where it was', () => {
  it('redirects go on when it dies, and it is used again when it is back', async () => {
    const url = new URL(redis ?? '');
    const gate = await gateTo({ hostname: url.hostname, port: Number(url.port || 6379) });
    url.host = `127.0.0.1:${gate.port}`;
    app = await startApp({ REDIS_URL: url.href });
    const [code, unborn] = [await create(), aCode()];
    expect([await status(`/${code}`), await status(`/${unborn}`)]).toEqual([302, 404]);
    expect(await cacheOk()).toBe(true);

    await gate.close();
    expect([await status(`/${code}`), await status(`/${unborn}`)]).toEqual([302, 404]);
    await create({ code: unborn });
    expect(await cacheOk()).toBe(false);

    await gate.open();
    await vi.waitUntil(cacheOk, { timeout: 10_000, interval: 50 });
    // Once it is asked again: it still knows that there was no such link, and must forget that.
    await setTimeout(1_000);
    expect([await status(`/${code}`), await status(`/${unborn}`)]).toEqual([302, 302]);
  });
});
