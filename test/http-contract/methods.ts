import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { visitorOf } from './visitor.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'];
/** Whether these are answered is not said for every path. */
const unsaid: ReadonlySet<string> = new Set(['HEAD', 'OPTIONS']);

/** The paths of the contract and what they answer to; `{code}` is a link. */
export function routesOf({ layers }: Backend): ReadonlyMap<string, readonly string[]> {
  const api = layers.has('api');
  const routes: readonly (readonly [string, readonly string[]])[] = [
    ['/livez', ['GET']],
    ['/readyz', ['GET']],
    ['/', ['GET']],
    ['/{code}', ['GET']],
    ['/api/links', api ? ['GET', 'POST'] : ['POST']],
    ['/api/links/{code}', api ? ['DELETE', 'GET', 'PATCH'] : ['GET']],
    ...(api
      ? ([
          ['/api/links/{code}/stats', ['GET']],
          ['/openapi.json', ['GET']],
          ['/docs', ['GET']],
        ] as const)
      : []),
  ];
  return new Map(routes);
}

/** "Unknown path: 404; wrong method: 405 with `Allow`." */
export function methodRules(backend: Backend): void {
  const { send, get, create } = visitorOf(backend);
  const has = (layer: string) => backend.layers.has(layer);

  describe('methods and paths', () => {
    it.each([...routesOf(backend)])(
      '%s answers to %s, and 405 to the rest',
      async (path, right) => {
        const { code } = await create();
        const address = path.replace('{code}', code);
        const refused = await send('PUT', address, { body: {} });
        expectProblem(refused, 405);
        const allow = (refused.headers.allow ?? '').split(/, */);
        expect(allow.filter((method) => !unsaid.has(method)).sort()).toEqual(right);
        for (const method of methods) {
          // Read before it may be deleted.
          if (method === 'DELETE' && allow.includes(method)) continue;
          const answer = await send(method, address);
          if (allow.includes(method)) expect(answer.status, method).not.toBe(405);
          else
            expect([method, answer.status, answer.headers.allow]).toEqual([
              method,
              405,
              refused.headers.allow,
            ]);
          expect(answer.status, method).toBeLessThan(500);
        }
      },
    );

    it.each([
      '/no/such/path',
      '/api/',
      '/api/nothing',
      '/api/links/abc/nothing',
      '/api/links/abc/stats/more',
      '/livez/more',
    ])('%s is nowhere, whatever the method', async (path) => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const body = method === 'GET' ? undefined : {};
        expectProblem(await send(method, path, { body }), 404);
      }
    });

    it.skipIf(has('api'))('knows nothing of the layer api, which was not selected', async () => {
      const { code } = await create();
      for (const path of [`/api/links/${code}/stats`, '/openapi.json', '/docs']) {
        expectProblem(await get(path), 404);
      }
      expectProblem(await get('/api/links'), 405);
      for (const method of ['PATCH', 'DELETE']) {
        expectProblem(await send(method, `/api/links/${code}`, { body: {} }), 405);
      }
      expect((await get(`/api/links/${code}`)).status).toBe(200);
    });

    it.skipIf(has('auth'))('knows nothing of the layer auth, which was not selected', async () => {
      for (const path of ['/api/me', '/api/admin/users']) expectProblem(await get(path), 404);
      expectProblem(await send('POST', '/api/auth/login', { body: {} }), 404);
    });

    it.each([
      '//livez',
      '/livez/',
      '/api//links',
      '//api/links',
      '/api/links/',
      '/./livez',
      '/x/../livez',
      '/%2e/livez',
      '/x/%2e%2e/livez',
      '/x%2f..%2flivez',
      '/LIVEZ',
    ])('%s is not another spelling of a path that exists', async (path) => {
      expectProblem(await get(path), 404);
      expect((await send('POST', path, { body: { url: 'https://example.com/' } })).status).not.toBe(
        201,
      );
    });

    it.each([
      ['application/json', '{'],
      ['application/json', JSON.stringify('x'.repeat(120_000))],
      ['text/plain', 'x'],
    ])('whoever asks wrongly hears of that and not of a body of %s', async (type, body) => {
      const headers = { 'content-type': type };
      expectProblem(await send('PUT', '/livez', { body, headers }), 405);
      expectProblem(await send('PUT', '/no/such/path', { body, headers }), 404);
    });

    it('a path may come as a whole URL, as proxies send it', async () => {
      const { code } = await create();
      expect((await get('http://links.example/livez?x=1')).status).toBe(200);
      expect((await get(`http://links.example/${code}`)).status).toBe(302);
      expectProblem(await get('http://links.example/no/such/path'), 404);
    });

    it.each(['http://[/livez', '/a\\b'])(
      'what is no path at all (%s) is a problem like any other',
      async (path) => {
        expectProblem(await get(path), 400, 404);
        expect((await get('/livez')).status).toBe(200);
      },
    );

    it.runIf(has('auth'))('without a token says 404 and 405 of what is not there', async () => {
      const headers = { authorization: undefined };
      expectProblem(await send('GET', '/api/nothing', { headers }), 404);
      expectProblem(await send('PUT', '/api/links', { headers, body: {} }), 405);
      for (const body of ['{', JSON.stringify('x'.repeat(120_000)), '{}']) {
        const answer = await send('POST', '/api/links', { headers, body });
        expectProblem(answer, 401);
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    });

    it('cannot be talked into another method by a header or a parameter', async () => {
      const { code } = await create();
      for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
        const headers = { [name]: 'DELETE' };
        await send('POST', `/api/links/${code}`, { headers, body: {} });
        expect((await get(`/api/links/${code}`, headers)).status).toBe(200);
      }
      await send('POST', `/api/links/${code}?_method=DELETE`, { body: { _method: 'DELETE' } });
      expect((await get(`/${code}`)).status).toBe(302);
    });

    it('answers HEAD as it answers GET, without a body', async () => {
      const { code } = await create();
      for (const path of ['/livez', `/api/links/${code}`, '/no/such/path']) {
        const [looked, got] = [await send('HEAD', path), await get(path)];
        expect([looked.status, looked.text]).toEqual([got.status, '']);
      }
    });

    it.each([
      '/..%2f.env',
      '/../.env',
      '/.env',
      '/.git/config',
      '/package.json',
      '/roadmap.json',
      '/src/main.ts',
      '/dist/main.js',
      '/..%2f..%2f..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%5c.env',
      '/docs/..%2f..%2fpackage.json',
    ])('%s leads to no file', async (path) => {
      expectProblem(await get(path), 404);
    });

    it.each([
      '/%zz',
      '/%',
      '/%00',
      '/%c0%ae',
      '/api/links/%zz',
      '/api/links/%00',
      '/api/links/%ff',
    ])('%s is nothing, and does no harm', async (path) => {
      expectProblem(await get(path), 400, 404);
      expect((await get('/livez')).status).toBe(200);
    });
  });
}
