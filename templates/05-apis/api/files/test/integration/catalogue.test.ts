import { afterAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/http/client.ts';
import { startApp, type TestApp } from '../support/app.ts';

const url = 'https://example.com/page';
const newer = { url: 'https://example.com/newer' };
const app = await startApp();
afterAll(() => app.stop());

const create = async (code: string) => app.request('POST', '/api/links', { url, code });
const statusOf = async (...request: Parameters<TestApp['request']>) =>
  (await app.request(...request)).status;

describe('GET /api/links', () => {
  it('lists all links page by page, newest first, while more are added', async () => {
    const codes = Array.from({ length: 7 }, (_, index) => `paged-${index}`);
    for (const code of codes) await create(code);
    const seen: string[] = [];
    let query = '?q=PAGED-&limit=3';
    while (query) {
      const { body } = await app.request('GET', `/api/links${query}`);
      seen.push(...body.items.map((link: { code: string }) => link.code));
      await create(`paged-more-${seen.length}`);
      query = body.nextCursor && `?q=PAGED-&limit=3&cursor=${body.nextCursor}`;
    }
    expect(seen).toEqual(codes.reverse());
  });

  it('takes %, _ and quotes in a search for what they are', async () => {
    for (const q of ['%25', '___', "'%20or%20'1'='1"]) {
      const { body } = await app.request('GET', `/api/links?q=${q}`);
      expect(body.items).toEqual([]);
    }
  });

  it.each([
    'limit=0',
    'limit=-1',
    'limit=101',
    'limit=1000000',
    'limit=abc',
    'limit=',
    'page=2',
    'cursor=abc',
    `cursor=${Buffer.from('["2030","x","y"]').toString('base64url')}`,
    'q=%00',
    `q=${'x'.repeat(2049)}`,
  ])('refuses %s', async (query) => {
    expect(await statusOf('GET', `/api/links?${query}`)).toBe(400);
  });

  it.each(['q', 'cursor', 'limit'])('refuses 50 KB in %s at once', async (name) => {
    const start = performance.now();
    const status = await statusOf('GET', `/api/links?${name}=${'a'.repeat(50_000)}`);
    expect([400, 431]).toContain(status);
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('refuses the cursor of another search', async () => {
    const { body } = await app.request('GET', '/api/links?limit=1&q=paged');
    expect(await statusOf('GET', `/api/links?cursor=${body.nextCursor}`)).toBe(400);
  });
});

describe('PATCH and DELETE /api/links/{code}', () => {
  it('change what is sent and nothing else', async () => {
    const { body } = await create('changed');
    const later = await app.request('PATCH', '/api/links/changed', { expiresAt: app.in(1000) });
    expect(later.body).toEqual({ ...body, expiresAt: expect.any(String) });
    const cleared = await app.request('PATCH', '/api/links/changed', { ...newer, expiresAt: null });
    expect(cleared.body).toEqual({ ...body, ...newer });
    const { headers } = await app.request('GET', '/changed');
    expect(headers.location).toBe(newer.url);
  });

  it.each([
    {},
    { code: 'other' },
    { owner: 'eve' },
    { url: 'file:///' },
    { expiresAt: '2000-01-01T00:00:00Z' },
  ])('refuse %j', async (changes) => {
    await create('unchanged');
    expect(await statusOf('PATCH', '/api/links/unchanged', changes)).toBe(422);
    const { body } = await app.request('GET', '/api/links/unchanged');
    expect(body).toMatchObject({ url, expiresAt: null });
  });

  it('take a link away everywhere, and free its code', async () => {
    await create('removed');
    expect(await statusOf('DELETE', '/api/links/removed')).toBe(204);
    for (const path of ['/removed', '/api/links/removed', '/api/links/removed/stats']) {
      expect(await statusOf('GET', path)).toBe(404);
    }
    expect(await statusOf('DELETE', '/api/links/removed')).toBe(404);
    expect((await create('removed')).status).toBe(201);
  });
});

describe('an ETag', () => {
  it('saves sending what the client has, and changes with the link', async () => {
    await create('tagged');
    const { headers } = await app.request('GET', '/api/links/tagged');
    const { etag = '' } = headers;
    const get = () => statusOf('GET', '/api/links/tagged', undefined, { 'if-none-match': etag });
    expect([etag, await get()]).toEqual([expect.stringMatching(/^"[\w-]+"$/), 304]);
    await app.request('PATCH', '/api/links/tagged', newer);
    expect(await get()).toBe(200);
  });

  it('keeps two from overwriting each other unseen', async () => {
    const made = await create('shared');
    const seen = { 'if-match': made.headers.etag ?? '' };
    const first = await app.request('PATCH', '/api/links/shared', newer, seen);
    expect(first.status).toBe(200);
    expect(await statusOf('PATCH', '/api/links/shared', { url }, seen)).toBe(412);
    expect(await statusOf('DELETE', '/api/links/shared', undefined, seen)).toBe(412);
    const fresh = { 'if-match': first.headers.etag ?? '' };
    expect(await statusOf('DELETE', '/api/links/shared', undefined, fresh)).toBe(204);
  });
});

describe('an Idempotency-Key', () => {
  const post = (key: string, body: object) =>
    app.request('POST', '/api/links', body, { 'idempotency-key': key });

  it('makes ten racing requests one, with the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('racing', { url })));
    const { status, headers, body } = answers[0] ?? {};
    expect(status).toBe(201);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status, body });
      expect(answer.headers.location).toBe(headers?.location);
      expect(answer.headers.etag).toBe(headers?.etag);
    }
  });

  it('belongs to one request, for a day', async () => {
    const first = await post('for-a-day', { url });
    expect((await post('for-a-day', newer)).status).toBe(422);
    app.pass(25 * 60 * 60 * 1000);
    expect((await post('for-a-day', { url })).body.code).not.toBe(first.body.code);
  });

  it('repeats a refusal too', async () => {
    expect((await post('refused', { url: 'file:///' })).status).toBe(422);
    expect((await post('refused', { url: 'file:///' })).status).toBe(422);
  });

  it('must be one that can be kept', async () => {
    expect((await post('x'.repeat(256), { url })).status).toBe(400);
  });
});

describe('GET /api/links/{code}/stats', () => {
  it('counts clicks, not looks, and shows the last 30 days', async () => {
    await create('counted');
    const day = new Date(app.in(0)).toISOString().slice(0, 10);
    for (const method of ['GET', 'GET', 'HEAD']) await app.request(method, '/counted');
    const stats = () => createClient(app.url, app.headers).stats('counted');
    await expect.poll(async () => (await stats()).clicks, { timeout: 2000 }).toBe(2);
    const { perDay } = await stats();
    expect(perDay).toHaveLength(30);
    expect(perDay.at(-1)).toEqual({ day, clicks: 2 });
    expect(perDay.slice(0, -1).every(({ clicks }) => clicks === 0)).toBe(true);
  });
});

describe('the typed client', () => {
  it('does all that the API can, and throws what the service refuses', async () => {
    const client = createClient(app.url, app.headers);
    const made = await client.create({ url, code: 'by-client' }, 'client-key');
    expect(await client.get('by-client')).toEqual(made);
    expect((await client.list({ q: 'by-client', limit: 1 })).items).toEqual([made]);
    expect(await client.change('by-client', newer)).toEqual({ ...made, ...newer });
    await client.remove('by-client');
    await expect(client.get('by-client')).rejects.toMatchObject({ status: 404 });
  });
});
