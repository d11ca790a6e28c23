import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { freshCode, type Link, visitorOf } from './visitor.ts';

/** GET /api/links. */
export function lists(backend: Backend): void {
  const { get, send, create, list } = visitorOf(backend);

  /** Links of this test alone: `q` finds no others. */
  async function some(count: number, word = freshCode('list')): Promise<string> {
    // At once, so that many are made in the same millisecond.
    await Promise.all(
      Array.from({ length: count }, (_, index) => create({ code: `${word}-${index}` })),
    );
    return word;
  }

  describe('the list of links', () => {
    it('shows links as they are, the newest first, 20 unless said', async () => {
      for (let count = 0; count < 21; count += 1) await create();
      const newest = await create();
      const { items, nextCursor } = await list('');
      expect(items).toHaveLength(20);
      expect(items[0]).toEqual(newest);
      const times = items.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort().reverse());
      expect(nextCursor).toEqual(expect.any(String));
    });

    it('takes a limit from 1 to 100', async () => {
      const q = await some(3);
      expect((await list(`q=${q}&limit=1`)).items).toHaveLength(1);
      const { items, nextCursor } = await list(`q=${q}&limit=100`);
      expect([items.length, nextCursor]).toEqual([3, null]);
      expect((await list(`q=${q}&limit=3`)).nextCursor).toBeNull();
    });

    it.each([
      '0',
      '-1',
      '101',
      '1000000',
      'abc',
      '1.5',
      '',
      'Infinity',
      'NaN',
      '1%00',
      '99999999999999999999',
    ])('refuses the limit %j', async (limit) => {
      expectProblem(await get(`/api/links?limit=${limit}`), 400);
    });

    it.each(['limit=1&limit=2', 'q=a&q=b', 'cursor=a&cursor=b', 'limit[]=1', 'q[$ne]=1'])(
      'refuses %s',
      async (query) => {
        expectProblem(await get(`/api/links?${query}`), 400);
      },
    );

    it('is complete and without repeats while links are added and taken away', async () => {
      const q = await some(25);
      const wanted = Array.from({ length: 25 }, (_, index) => `${q}-${index}`);
      const added: Link[] = [];
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = await list(`q=${q}&limit=4${next}`);
        expect(page.items.length).toBeLessThanOrEqual(4);
        seen.push(...page.items.map(({ code }) => code));
        // What was seen may go, and new ones may come: neither moves the place where we are.
        await send('DELETE', `/api/links/${seen.at(-1)}`);
        added.push(await create({ code: `${q}-added-${added.length}` }));
        cursor = page.nextCursor;
      } while (cursor !== null && seen.length < 100);
      expect([...seen].sort()).toEqual([...wanted].sort());
    });

    it('finds by a part of the code or of the URL, whatever the case', async () => {
      const word = freshCode('find');
      const byCode = await create({ code: `x-${word}-y` });
      const byUrl = await create({ url: `https://example.com/${word.toUpperCase()}/z` });
      for (const q of [word, word.toUpperCase(), word.slice(0, -1)]) {
        const { items } = await list(`q=${q}`);
        expect(items.map(({ code }) => code)).toEqual([byUrl.code, byCode.code]);
      }
      expect((await list(`q=${word}-y`)).items).toEqual([byCode]);
      expect(await list(`q=${word}-nothing`)).toEqual({ items: [], nextCursor: null });
    });

    it('takes what databases and patterns mean something by as it is written', async () => {
      const word = freshCode('literal');
      const { code } = await create({ url: `https://example.com/${word}?a=100%25&b=x_y&c=\\d*` });
      const pages = async (q: string) =>
        (await list(`q=${encodeURIComponent(q)}`)).items.map((item) => item.code);
      expect(await pages(`${word}?a=100%25`)).toEqual([code]);
      expect(await pages('b=x_y&c=\\d*')).toContain(code);
      for (const q of [
        `${word}%`,
        `${word}_a`,
        `${word}.a`,
        `${word}' or '1'='1`,
        `${word}\\`,
        `${word}*`,
      ]) {
        expect(await pages(q)).toEqual([]);
      }
      for (const q of ['%', '_']) {
        for (const item of (await list(`q=${encodeURIComponent(q)}`)).items) {
          expect(`${item.code} ${item.url}`).toContain(q);
        }
      }
    });

    it('answers a NUL in the filter with no links or a 400', async () => {
      const answer = await get('/api/links?q=a%00b');
      if (answer.status !== 200) expectProblem(answer, 400);
      else expect(answer.body).toEqual({ items: [], nextCursor: null });
    });

    it('goes on by a cursor with another limit, but not with another filter', async () => {
      const q = await some(5);
      const cursor = encodeURIComponent((await list(`q=${q}&limit=2`)).nextCursor ?? '');
      expect((await list(`q=${q}&limit=100&cursor=${cursor}`)).items).toHaveLength(3);
      for (const other of [`q=${q}-`, 'q=', '', `q=${q.slice(0, -1)}`]) {
        expectProblem(await get(`/api/links?${other}&cursor=${cursor}`), 400);
      }
      const all = encodeURIComponent((await list('limit=2')).nextCursor ?? '');
      expectProblem(await get(`/api/links?q=${q}&cursor=${all}`), 400);
    });

    it('refuses a cursor that was tampered with so that it no longer decodes', async () => {
      const q = await some(3);
      const cursor = (await list(`q=${q}&limit=1`)).nextCursor ?? '';
      const of = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const wrong = [
        '',
        'x',
        '!!!',
        cursor.slice(0, cursor.length / 2),
        `%00${encodeURIComponent(cursor)}`,
        of(null),
        of({}),
        of([]),
        of(['2030-01-01T00:00:00.000Z']),
        of(['yesterday', 'abc', 'x']),
        of(["2030-01-01T00:00:00.000Z' or 1=1", "abc'--", 'x']),
        of({ createdAt: 1, code: { $gt: '' } }),
        'x'.repeat(5000),
      ];
      for (const one of wrong) {
        expectProblem(await get(`/api/links?q=${q}&limit=1&cursor=${one}`), 400);
      }
    });

    it('answers a filter or a cursor of 50 KB within 200 ms', async () => {
      const times = [];
      for (const size of [8_000, 50_000]) {
        for (const name of ['q', 'cursor', 'limit']) {
          const before = performance.now();
          const answer = await get(`/api/links?${name}=${'a'.repeat(size)}`);
          times.push(performance.now() - before);
          if (answer.status !== 200) expectProblem(answer, 400, 414, 431);
        }
      }
      // The middle one: the first may compile, and the machine may be busy.
      expect(times.sort((a, b) => a - b)[2]).toBeLessThan(200);
    });
  });
}
