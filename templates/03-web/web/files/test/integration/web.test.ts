import { afterAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';

const app = await startApp();
afterAll(() => app.stop());

describe('GET /', () => {
  it('answers with the page, and everything that it asks for', async () => {
    const page = await app.request('GET', '/');
    expect(page).toMatchObject({ status: 200, body: expect.stringMatching(/^<!doctype html>/i) });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const { path, type } of await everythingBelow('/')) {
      const { status, headers } = await app.request('GET', path);
      expect([path, status, headers['content-type']]).toEqual([path, 200, type]);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('lets the page run nothing but its own files, in nobody’s frame', async () => {
    const { body, headers } = await app.request('GET', '/');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(body).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=|(?:src|href)="\w+:/);
  });
});

describe('a file of the page', () => {
  it('is sent once, and after that only when it has changed', async () => {
    for (const { path } of await everythingBelow('/')) {
      const { headers } = await app.request('GET', path);
      const tag = headers.etag ?? '';
      expect([tag, headers['cache-control']]).toEqual([
        expect.stringMatching(/^"[\w-]{20,}"$/),
        'no-cache',
      ]);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
        const again = await app.request('GET', path, undefined, { 'if-none-match': known });
        expect(again).toMatchObject({ status: 304, body: '', headers: { etag: tag } });
      }
      const other = await app.request('GET', path, undefined, { 'if-none-match': '"other"' });
      expect(other.status).toBe(200);
    }
  });

  it.each([
    '/assets/',
    '/assets/absent.js',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/..%2f.env',
    '/.git/config',
    '/package.json',
    '/index.html',
  ])('is never what %s would be', async (path) => {
    expect(await app.request('GET', path)).toMatchObject({ status: 404 });
  });

  it('can be read and nothing else', async () => {
    for (const { path } of [{ path: '/' }, ...(await everythingBelow('/'))]) {
      const { status, headers } = await app.request('POST', path, {});
      expect([path, status, headers.allow]).toEqual([path, 405, 'GET, HEAD']);
      expect(await app.request('HEAD', path)).toMatchObject({ status: 200, body: '' });
    }
  });
});

/** What the page names, and what that names: style sheets, scripts, pictures. */
async function everythingBelow(page: string) {
  const kinds = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
  const found = new Map<string, string>();
  const waiting = [page];
  for (const path of waiting) {
    const { body } = await app.request('GET', path);
    for (const [, named = ''] of body.matchAll(/(?:src=|href=|from |import )["'](\.?\/[^"']+)/g)) {
      const target = new URL(named, app.url + path).pathname;
      const kind = Object.entries(kinds).find(([ending]) => target.endsWith(`.${ending}`))?.[1];
      if (kind === undefined || found.has(target)) continue;
      found.set(target, kind.startsWith('text/') ? `${kind}; charset=utf-8` : kind);
      waiting.push(target);
    }
  }
  return [...found].map(([path, type]) => ({ path, type }));
}
