import { afterAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';

const url = 'https://example.com/';
const app = await startApp();
afterAll(() => app.stop());

const create = (body: unknown) => app.request('POST', '/api/links', body);

describe('a request with bad intentions', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'https://user:password@example.com/',
    'https://example.com/\u0000',
    'https://example.com/\r\nset-cookie: a=b',
    'https://exa mple.com/',
    'http://localhost:0/loop',
  ])('cannot make a link to %j', async (target) => {
    expect(await create({ url: target })).toMatchObject({ status: 422 });
  });

  it.each(["'; drop table links; --", '{"$gt":""}', 'a\u0000b'])(
    'cannot use the code %j',
    async (code) => {
      expect(await create({ url, code })).toMatchObject({ status: 422 });
      expect(await create({ url: { $gt: '' } })).toMatchObject({ status: 422 });
    },
  );

  it('does not pollute a prototype', async () => {
    const body = `{"url":"${url}","__proto__":{"polluted":true},"constructor":{"x":1}}`;
    expect(await create(body)).toMatchObject({ status: 422 });
    expect({}).not.toHaveProperty('polluted');
  });

  it('cannot split the headers of a redirect', async () => {
    const { body } = await create({ url: `${url}%0d%0aset-cookie:a=b` });
    const { headers } = await app.request('GET', `/${body.code}`);
    expect(headers.location).toBe(`${url}%0d%0aset-cookie:a=b`);
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('learns nothing of the parser', async () => {
    const { status, body } = await create('{"url": oops}');
    expect(status).toBe(400);
    expect(body.detail).not.toMatch(/oops|token|position|JSON/i);
  });

  it.each(['/..%2f.env', '/.git/config', '/package.json', '/.env', '/api/../package.json'])(
    'gets no file at %s',
    async (path) => {
      expect(await app.request('GET', path)).toMatchObject({ status: 404 });
    },
  );

  it('gets codes that cannot be guessed', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, () => create({ url })));
    const lengths = codes.map(({ body }) => body.code.length);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(7);
    expect(new Set(codes.map(({ body }) => body.code)).size).toBe(20);
  });
});
