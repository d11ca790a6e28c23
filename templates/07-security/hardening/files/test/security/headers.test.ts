import { afterAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';

const friend = 'https://app.example.com';
const app = await startApp({ ALLOWED_ORIGINS: `${friend}, http://localhost:5173` });
afterAll(() => app.stop());

describe('the headers of every answer', () => {
  it.each(['/livez', '/', '/api/links/nothing', '/no/such/path'])(
    'let %s do nothing in a browser that it need not',
    async (path) => {
      const { headers } = await app.request('GET', path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers['content-security-policy']).toMatch(/default-src '(none|self)'/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe-|\*/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it('are on redirects, too', async () => {
    const { body } = await app.request('POST', '/api/links', { url: 'https://example.com/' });
    const { status, headers } = await app.request('GET', `/${body.code}`);
    expect([status, headers['x-content-type-options']]).toEqual([302, 'nosniff']);
  });
});

describe('a page of another origin', () => {
  const from = (origin: string, method = 'GET', more = {}) =>
    app.request(method, '/api/links/nothing', undefined, { origin, ...more });
  const asks = {
    'access-control-request-method': 'DELETE',
    'access-control-request-headers': 'authorization',
  };

  it('may read answers when it is on the list, and is told so beforehand', async () => {
    const { headers } = await from(friend);
    expect(headers).toMatchObject({ 'access-control-allow-origin': friend, vary: 'Origin' });
    const permission = await from(friend, 'OPTIONS', asks);
    expect(permission).toMatchObject({ status: 204, headers: { vary: 'Origin' } });
    expect(permission.headers['access-control-allow-methods']).toContain('DELETE');
    expect(permission.headers['access-control-allow-headers']).toBe('authorization');
  });

  it.each(['https://evil.example', 'null', `${friend}.evil.example`, 'http://app.example.com'])(
    'gets no such header when it is %s',
    async (origin) => {
      for (const answer of [await from(origin), await from(origin, 'OPTIONS', asks)]) {
        const names = Object.keys(answer.headers);
        expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    },
  );

  it.each(['*', 'null', 'app.example.com', `${friend}/path`])(
    'cannot be listed as %s',
    async (one) => {
      await expect(startApp({ ALLOWED_ORIGINS: one })).rejects.toThrow('ALLOWED_ORIGINS');
    },
  );
});
