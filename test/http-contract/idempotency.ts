import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { freshCode, linkIn, visitorOf } from './visitor.ts';

/** The header Idempotency-Key on POST /api/links. */
export function idempotency(backend: Backend): void {
  const { send, get, post, create, list } = visitorOf(backend);
  const withKey = (key: string, body: unknown) => post(body, { 'idempotency-key': key });

  describe('an Idempotency-Key', () => {
    it('makes a repeated request get the first answer and make nothing', async () => {
      const url = `https://example.com/${freshCode('once')}`;
      const key = freshCode('key');
      const [first, second] = [await withKey(key, { url }), await withKey(key, { url })];
      const link = linkIn(first, 201);
      expect(linkIn(second, 201)).toEqual(link);
      expect(second.headers.location).toBe(first.headers.location);
      expect(second.headers['content-type']).toBe(first.headers['content-type']);
      expect((await list(`q=${new URL(url).pathname.slice(1)}`)).items).toEqual([link]);
    });

    it('makes one link of 20 requests at once, and one answer for all', async () => {
      const url = `https://example.com/${freshCode('once')}`;
      const key = freshCode('key');
      const answers = await Promise.all(Array.from({ length: 20 }, () => withKey(key, { url })));
      const codes = answers.map((answer) => linkIn(answer, 201).code);
      expect(new Set(codes).size).toBe(1);
      expect((await list(`q=${new URL(url).pathname.slice(1)}`)).items).toHaveLength(1);
    });

    it('does not stand for another body', async () => {
      const key = freshCode('key');
      const link = linkIn(await withKey(key, { url: 'https://example.com/1' }), 201);
      expectProblem(await withKey(key, { url: 'https://example.com/2' }), 422);
      expect(linkIn(await withKey(key, { url: 'https://example.com/1' }), 201)).toEqual(link);
    });

    it('keeps a refusal as well', async () => {
      const { code } = await create();
      const key = freshCode('key');
      const body = { url: 'https://example.com/', code };
      expectProblem(await withKey(key, body), 409);
      expect((await send('DELETE', `/api/links/${code}`)).status).toBe(204);
      expect((await withKey(key, body)).status).toBe(409);
      expect((await get(`/api/links/${code}`)).status).toBe(404);
    });

    it('leaves every request its own id', async () => {
      const key = freshCode('key');
      const body = { url: 'https://example.com/' };
      await withKey(key, body);
      const again = await post(body, { 'idempotency-key': key, 'x-request-id': 'second-try' });
      expect(again.headers['x-request-id']).toBe('second-try');
    });

    it('is another one with one more letter, or of another path', async () => {
      const key = freshCode('key');
      const body = { url: 'https://example.com/' };
      const first = linkIn(await withKey(key, body), 201);
      expect(linkIn(await withKey(`${key}x`, body), 201).code).not.toBe(first.code);
      const headers = { 'idempotency-key': key };
      const url = 'https://example.com/changed';
      const changed = await send('PATCH', `/api/links/${first.code}`, { body: { url }, headers });
      expect(linkIn(changed).url).toBe(url);
      expect(linkIn(await get(`/api/links/${first.code}`, headers)).url).toBe(url);
    });

    it.each(['', ' ', 'two words', 'x'.repeat(5000), 'caf\u00e9'])(
      'such as %j does no harm',
      async (key) => {
        const answer = await withKey(key, { url: 'https://example.com/' });
        if (answer.status !== 201) expectProblem(answer, 400, 422);
      },
    );
  });
}
