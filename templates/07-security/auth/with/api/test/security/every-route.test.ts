import { afterAll, expect, it } from 'vitest';
import { openApi } from '../../src/openapi.ts';
import { logIn, startOpen } from '../support/accounts.ts';
import { startApp } from '../support/app.ts';
import { request } from '../support/request.ts';
import { anEmail } from '../support/sign-in.ts';

/** What everybody may ask for. A new route is guarded unless somebody puts it here. */
const open = /^\/(?:\{code\}|livez|readyz|api\/auth\/\w+)$/;
const app = await startApp();
afterAll(() => app.stop());

const operations = Object.entries(openApi.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
);
const guarded = operations.filter(({ path }) => !open.test(path));

it.each(guarded)('$method $path needs a token', async ({ method, path }) => {
  const url = app.url + path.replace(/\{\w+\}/g, 'any');
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};
  expect(await request(method, url, body)).toMatchObject({ status: 401, body: { status: 401 } });
});

it('another’s link is like none, for whatever is asked of it', async () => {
  const url = 'https://example.com/';
  await app.request('POST', '/api/links', { url, code: 'mine' });
  const other = await logIn(app.url, anEmail());
  const send = (method: string, path: string, body?: object) =>
    app.request(method, path, body, other);
  for (const path of ['/api/links/mine', '/api/links/mine/stats']) {
    expect((await send('GET', path)).status).toBe(404);
  }
  expect((await send('PATCH', '/api/links/mine', { url })).status).toBe(404);
  expect((await send('DELETE', '/api/links/mine')).status).toBe(404);
  expect((await send('GET', '/api/links')).body.items).toEqual([]);
  expect((await app.request('GET', '/api/links/mine')).status).toBe(200);
});

it('who removed a link is written down', async () => {
  const { storage, stop, url } = await startOpen();
  const email = anEmail();
  const headers = await logIn(url, email);
  const link = { url: 'https://example.com/', code: 'brief' };
  await request('POST', `${url}/api/links`, link, headers);
  await request('DELETE', `${url}/api/links/brief`, undefined, headers);
  const user = await storage.users.byEmail(email);
  const [last] = await storage.audit.of(user?.id ?? '', 1);
  expect(last).toMatchObject({ event: 'deleted', detail: '/api/links/brief' });
  await stop();
});
