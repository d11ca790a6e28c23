import { afterEach, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';

const [first, second] = ['https://example.com/first', 'https://example.com/second'];
const redis = process.env.REDIS_URL;
let app: TestApp;
afterEach(() => app.stop());

const places = [['this process', ''], ...(redis ? [['Redis', redis]] : [])];

describe.each(places)('a link that is cached in %s', (_, url = '') => {
  async function cached(more = {}) {
    app = await startApp({ REDIS_URL: url });
    const { body } = await app.request('POST', '/api/links', { url: first, ...more });
    expect((await app.request('GET', `/${body.code}`)).headers.location).toBe(first);
    return body.code as string;
  }

  it('leads elsewhere at once when it is changed', async () => {
    const code = await cached();
    await app.request('PATCH', `/api/links/${code}`, { url: second });
    expect((await app.request('GET', `/${code}`)).headers.location).toBe(second);
  });

  it('lives again when its expiry is taken away', async () => {
    const code = await cached({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    app.pass(60_000);
    expect(await app.request('GET', `/${code}`)).toMatchObject({ status: 410 });
    await app.request('PATCH', `/api/links/${code}`, { expiresAt: null });
    expect(await app.request('GET', `/${code}`)).toMatchObject({ status: 302 });
  });

  it('is gone at once when it is removed, and the code is free again', async () => {
    const code = await cached();
    await app.request('DELETE', `/api/links/${code}`);
    expect(await app.request('GET', `/${code}`)).toMatchObject({ status: 404 });
    await app.request('POST', '/api/links', { url: second, code });
    expect((await app.request('GET', `/${code}`)).headers.location).toBe(second);
  });

  it('counts every click, cached or not', async () => {
    const code = await cached();
    for (let click = 0; click < 4; click++) await app.request('GET', `/${code}`);
    const clicks = async () =>
      (await app.request('GET', `/api/links/${code}/stats`)).body.clicks as number;
    await expect.poll(clicks, { timeout: 5_000 }).toBe(5);
  });
});
