import { afterAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';

const url = 'https://example.com/page';
const app = await startApp();
afterAll(() => app.stop());

const create = (body: unknown) => app.request('POST', '/api/links', body);

describe('POST /api/links', () => {
  it('makes a link and says where it is', async () => {
    const { status, headers, body } = await create({ url });
    const { code, createdAt } = body;
    expect([status, headers.location]).toEqual([201, `/api/links/${code}`]);
    const shortUrl = expect.stringMatching(new RegExp(`^http.*/${code}$`));
    expect(body).toEqual({ code, url, shortUrl, createdAt, expiresAt: null });
  });

  it('takes a code of one’s own, from one of twenty racing for it', async () => {
    const racers = Array.from({ length: 20 }, () => create({ url, code: 'race' }));
    const statuses = (await Promise.all(racers)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, ...Array(19).fill(409)]);
  });

  it('makes two links of the same URL', async () => {
    const [first, second] = [await create({ url }), await create({ url })];
    expect(second.body.code).not.toBe(first.body.code);
  });

  it.each([
    ['a rule broken', { url: 'file:///', code: 'api', expiresAt: '2000-01-01T00:00:00Z' }],
    ['another type', { url: 1, code: 2, expiresAt: 'tomorrow' }],
  ])('names each field with %s', async (_, wrong) => {
    const { status, body } = await create(wrong);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer);
    expect([status, ...pointers]).toEqual([422, '/url', '/code', '/expiresAt']);
  });

  it.each(['owner', '__proto__', 'constructor'])('refuses the unknown member %s', async (name) => {
    const answer = await create(`{"url":"${url}","${name}":{"role":"admin"}}`);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: `/${name}` }] } });
  });

  it('refuses a link to itself', async () => {
    const answer = await create({ url: `${app.url}/loop` });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/url' }] } });
  });
});

describe('GET /api/links/{code}', () => {
  it('shows a link, even when it has expired', async () => {
    const made = await create({ url, expiresAt: app.in(1000) });
    app.pass(2000);
    const shown = await app.request('GET', `/api/links/${made.body.code}`);
    expect(shown).toMatchObject({ status: 200, body: made.body });
  });

  it.each(['nothing', 'a', '%00', '..%2f.env'])('answers 404 for %j', async (code) => {
    expect(await app.request('GET', `/api/links/${code}`)).toMatchObject({ status: 404 });
  });
});

describe('GET /{code}', () => {
  it.each(['GET', 'HEAD'])('redirects for %s', async (method) => {
    await create({ url, code: 'go-there' });
    const { status, headers } = await app.request(method, '/go-there');
    expect([status, headers.location]).toEqual([302, url]);
  });

  it('answers 404 when there is no link, and 410 once it has expired', async () => {
    await create({ url, code: 'brief', expiresAt: app.in(1000) });
    expect(await app.request('GET', '/brief')).toMatchObject({ status: 302 });
    app.pass(1000);
    expect(await app.request('GET', '/brief')).toMatchObject({ status: 410 });
    expect(await app.request('GET', '/absent')).toMatchObject({ status: 404 });
  });
});
