import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectPointers } from './expect-problem.ts';
import { visitorOf } from './visitor.ts';

/** Where a link may lead. */
export function targets(backend: Backend): void {
  const { get, post, create } = visitorOf(backend);

  describe('the target of a link', () => {
    it.each([
      ['HTTPS://Example.COM:443/A?b=c#d', 'https://example.com/A?b=c#d'],
      ['http://example.com', 'http://example.com/'],
      ['http://example.com:80/x/../y', 'http://example.com/y'],
      ['https://example.com/a b', 'https://example.com/a%20b'],
      ['https://m\u00fcnchen.example/\u00fc', 'https://xn--mnchen-3ya.example/%C3%BC'],
      ['https://example.com/%0d%0aset-cookie:a=b', 'https://example.com/%0d%0aset-cookie:a=b'],
      [
        "https://example.com/?q='); DROP TABLE links;--",
        'https://example.com/?q=%27);%20DROP%20TABLE%20links;--',
      ],
      ['https://example.com/?q={"$ne":null}', 'https://example.com/?q={%22$ne%22:null}'],
      ['https://example.com/\ud800', 'https://example.com/%EF%BF%BD'],
    ])('%j is answered, and followed, as %s', async (given, normal) => {
      const { code, url } = await create({ url: given });
      expect(url).toBe(normal);
      const { status, headers } = await get(`/${code}`);
      expect([status, headers.location]).toEqual([302, normal]);
      expect(headers['set-cookie']).toBeUndefined();
    });

    it.each([
      'http://127.0.0.1:9/',
      'http://10.0.0.1/',
      'http://192.168.1.1/admin',
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]:9/',
      'http://localhost:9/',
    ])('may be the private address %s', async (url) => {
      expect((await create({ url })).url).toBe(url);
    });

    it('has at most 2,048 characters', async () => {
      const long = `https://example.com/${'x'.repeat(2028)}`;
      expect(long).toHaveLength(2048);
      expect((await create({ url: long })).url).toBe(long);
      expectPointers(await post({ url: `${long}x` }), '/url');
    });

    it.each([
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'ftp://example.com/',
      'ws://example.com/',
      'mailto:a@example.com',
      'blob:https://example.com/x',
      'view-source:https://example.com/',
      'https://user:password@example.com/',
      'https://user@example.com/',
      'https://@example.com:x/',
      'https://example.com/\r\nset-cookie: a=b',
      'https://example.com/\u0000',
      'https://exam\tple.com/',
      'java\nscript:alert(1)',
      'https://example.com/\u007f',
      'https://exa mple.com/',
      'https://exa%20mple.com/',
      'https://',
      'http:///',
      'https:',
      '//example.com/',
      '/relative',
      'example.com',
      'not a url',
      '',
    ])('may not be %j', async (url) => {
      expectPointers(await post({ url }), '/url');
    });

    it('may not be ourselves, by the address that visitors use', async () => {
      const { origin, host } = new URL((await create()).shortUrl);
      for (const own of [
        `${origin}/`,
        `${origin}/abc`,
        `https://${host}/x`,
        `http://${host.toUpperCase()}/x`,
      ]) {
        expectPointers(await post({ url: own }), '/url');
      }
    });

    it.each([
      ['links.example:8080', 'http://links.example:8080/x'],
      ['links.example:8080', 'https://links.example:8080/x'],
      ['links.example', 'http://links.example/x'],
      ['links.example', 'https://links.example/'],
      ['LINKS.example', 'http://links.EXAMPLE/x'],
      ['links.example:80', 'http://links.example/x'],
      ['links.example:443', 'https://links.example/x'],
    ])('may not be ourselves, asked as %s, by %s', async (host, url) => {
      expectPointers(await post({ url }, { host }), '/url');
    });

    it('may be another port of our host', async () => {
      const host = 'links.example:8080';
      expect((await post({ url: 'http://links.example:8081/' }, { host })).status).toBe(201);
      expect((await post({ url: 'http://links.example/' }, { host })).status).toBe(201);
    });
  });
}
