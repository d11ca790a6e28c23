import { afterAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';

const app = await startApp();
afterAll(() => app.stop());

describe('the server', () => {
  it('says that it lives, and whether it is ready', async () => {
    expect(await app.request('GET', '/livez')).toMatchObject({ body: { status: 'ok' } });
    const ready = { status: 'ok', checks: expect.any(Object) };
    expect(await app.request('GET', '/readyz')).toMatchObject({ status: 200, body: ready });
  });

  it.each([
    ['an unknown path', 'GET', '/no/such/path', undefined, 404],
    ['a path that leads out', 'GET', '/..%2f.env', undefined, 404],
    ['a path that cannot be decoded', 'GET', '/%zz', undefined, 400],
    ['an unknown query parameter', 'GET', '/api/links/abc?x=1', undefined, 400],
    ['text that is not JSON', 'POST', '/api/links', '{"url":', 400],
    ['an empty body', 'POST', '/api/links', '', 400],
    ['JSON of another shape', 'POST', '/api/links', '[]', 422],
    ['more than 100 KB', 'POST', '/api/links', JSON.stringify('a'.repeat(102_400)), 413],
  ])('answers %s with a problem', async (_, method, path, body, status) => {
    const answer = await app.request(method, path, body);
    const said = { type: 'about:blank', title: expect.any(String), detail: expect.any(String) };
    const where = { instance: path.split('?')[0], requestId: answer.headers['x-request-id'] };
    expect(answer).toMatchObject({ status, body: { ...said, ...where, status } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('takes only JSON', async () => {
    const form = { 'content-type': 'text/plain' };
    expect((await app.request('POST', '/api/links', 'url=x', form)).status).toBe(415);
  });

  it('names the methods that a path does answer', async () => {
    const { status, headers } = await app.request('PUT', '/readyz');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('keeps a request id that is harmless, and replaces any other', async () => {
    for (const id of ['order-66', 'has a space', 'x'.repeat(129)]) {
      const { headers } = await app.request('GET', '/livez', undefined, { 'x-request-id': id });
      expect(headers['x-request-id']).toMatch(id === 'order-66' ? /^order-66$/ : /^[\w-]{36}$/);
    }
  });
});
