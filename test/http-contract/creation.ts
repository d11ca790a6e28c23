import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectPointers, expectProblem } from './expect-problem.ts';
import { freshCode, linkIn, momentIn, visitorOf } from './visitor.ts';

const reserved = ['api', 'docs', 'livez', 'readyz', 'metrics', 'assets', 'graphql', 'openapi'];
const url = 'https://example.com/';

/** POST /api/links: codes and expiries. */
export function creation(backend: Backend): void {
  const { get, post, create } = visitorOf(backend);

  describe('a new link', () => {
    it('is a 201 that says where it is and what it is', async () => {
      const before = Date.now();
      const answer = await post({ url: 'https://example.com/a/long/page?with=query#part' });
      const link = linkIn(answer, 201);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers.location).toBe(`/api/links/${link.code}`);
      expect(link).toMatchObject({
        url: 'https://example.com/a/long/page?with=query#part',
        shortUrl: expect.stringMatching(new RegExp(`^https?://.+/${link.code}$`)),
        expiresAt: null,
      });
      const created = Date.parse(link.createdAt);
      expect(created).toBeGreaterThanOrEqual(before - 1000);
      expect(created).toBeLessThanOrEqual(Date.now() + 1000);
    });

    it('can be read back as it was answered', async () => {
      const link = await create({ code: freshCode('read'), expiresAt: momentIn(60_000) });
      const answer = await get(`/api/links/${link.code}`);
      expect(linkIn(answer)).toEqual(link);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    });

    it('gets a code of at least 7 characters, another one every time', async () => {
      const links = await Promise.all(Array.from({ length: 30 }, () => create()));
      const codes = links.map(({ code }) => code);
      for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9_-]{7,64}$/);
      expect(new Set(codes).size).toBe(30);
    });

    it.each(['abc', 'x'.repeat(57), 'a_-', '---'])('may have a code such as %s', async (base) => {
      const code = base.length < 20 ? freshCode(base) : `${base}${freshCode('').slice(4)}`;
      expect((await create({ code })).code).toBe(code);
    });

    it('may have a code of 3 or of 64 characters', async () => {
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
      const random = () => letters[Math.floor(Math.random() * letters.length)];
      // Others may have taken a short one.
      const short = await post({ url, code: `${random()}${random()}${random()}` });
      expect([201, 409]).toContain(short.status);
      const long = freshCode('x'.repeat(53));
      expect(long).toHaveLength(64);
      expect((await create({ code: long })).code).toBe(long);
    });

    it.each([
      'ab',
      'x'.repeat(65),
      '',
      'two words',
      'a/b',
      'a.b.c',
      'caf\u00e9',
      'abc\n',
      '\nabc',
      'abc\u0000',
      "abc'--",
      '..%2f',
      'abc?',
      '\ud800abc',
    ])('may not have the code %j', async (code) => {
      expectPointers(await post({ url, code }), '/code');
    });

    it.each([1, null, true, [], {}])('may not have %j for a code', async (code) => {
      expectPointers(await post({ url, code }), '/code');
    });

    it.each(reserved)('may not have the reserved code %s', async (code) => {
      expectPointers(await post({ url, code }), '/code');
    });

    it('may not have a code that is taken', async () => {
      const { code } = await create({ url: 'https://example.com/first' });
      expectProblem(await post({ url: 'https://example.com/second', code }), 409);
      expect((await get(`/${code}`)).headers.location).toBe('https://example.com/first');
    });

    it('may have a code that differs only in its case', async () => {
      const code = freshCode('case');
      await create({ code, url: 'https://example.com/lower' });
      await create({ code: code.toUpperCase(), url: 'https://example.com/upper' });
      expect((await get(`/${code}`)).headers.location).toBe('https://example.com/lower');
      expect((await get(`/${code.toUpperCase()}`)).headers.location).toBe(
        'https://example.com/upper',
      );
      expectProblem(await get(`/${code.replace('case', 'Case')}`), 404);
    });

    it('is one of two when the same URL comes twice', async () => {
      const [first, second] = [await create(), await create()];
      expect(first.code).not.toBe(second.code);
      expect((await get(`/${first.code}`)).status).toBe(302);
    });

    it('goes to one of 20 that race for its code, and the rest are told that it is taken', async () => {
      const code = freshCode('race');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => post({ url: `${url}${index}`, code })),
      );
      const won = answers.filter(({ status }) => status === 201);
      expect(won).toHaveLength(1);
      for (const answer of answers) if (answer !== won[0]) expectProblem(answer, 409);
      expect(linkIn(await get(`/api/links/${code}`))).toEqual(won[0]?.body);
    });

    it('may expire at a moment of any offset', async () => {
      const moment = Date.now() + 3_600_000;
      const text = `${new Date(moment + 7_200_000).toISOString().slice(0, -1)}+02:00`;
      const { expiresAt } = await create({ expiresAt: text });
      expect(Date.parse(expiresAt ?? '')).toBe(moment);
      expect((await create({ expiresAt: null })).expiresAt).toBeNull();
    });

    it.each([
      momentIn(-1000),
      '1999-12-31T23:59:59Z',
      'tomorrow',
      '2099-02-30T00:00:00Z',
      '2099-01-01',
      '2099-01-01T00:00:00',
      '',
      4_102_444_800_000,
      true,
      {},
    ])('may not expire at %j', async (expiresAt) => {
      expectPointers(await post({ url, expiresAt }), '/expiresAt');
    });

    it('is told all that is wrong with it at once', async () => {
      const wrong = { url: 'javascript:alert(1)', code: 'a b', expiresAt: '1999-12-31T23:59:59Z' };
      expectPointers(await post(wrong), '/url', '/code', '/expiresAt');
    });

    it('that nobody made is not there', async () => {
      for (const code of [freshCode('none'), 'ab', 'x'.repeat(65), "abc'%20or%20'1'='1", 'livez']) {
        expectProblem(await get(`/api/links/${code}`), 404);
      }
    });
  });
}
