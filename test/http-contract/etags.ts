import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectProblem } from './expect-problem.ts';
import { linkIn, visitorOf } from './visitor.ts';

/** ETag, If-None-Match and If-Match. */
export function etags(backend: Backend): void {
  const { send, get, create, stats } = visitorOf(backend);
  const patch = (code: string, url: string, match?: string) =>
    send('PATCH', `/api/links/${code}`, { body: { url }, headers: { 'if-match': match } });
  const remove = (code: string, match: string) =>
    send('DELETE', `/api/links/${code}`, { headers: { 'if-match': match } });
  const tagOf = async (code: string) => (await get(`/api/links/${code}`)).headers.etag ?? '';

  describe('the tag of a link', () => {
    it('is strong, the same until the link is edited, and does not count clicks', async () => {
      const { code } = await create();
      const tag = await tagOf(code);
      expect(tag).toMatch(/^"[!#-~]+"$/);
      await get(`/${code}`);
      await expect.poll(async () => (await stats(code)).clicks, { timeout: 2000 }).toBe(1);
      expect(await tagOf(code)).toBe(tag);
      linkIn(await patch(code, 'https://example.com/edited'));
      expect(await tagOf(code)).not.toBe(tag);
    });

    it('is the same on whatever answers with the link', async () => {
      const { code } = await create();
      const { headers } = await patch(code, 'https://example.com/edited');
      const tag = await tagOf(code);
      if (headers.etag !== undefined) expect(headers.etag).toBe(tag);
      expect((await send('HEAD', `/api/links/${code}`)).headers.etag).toBe(tag);
    });

    it('spares sending again what is known', async () => {
      const { code } = await create();
      const tag = await tagOf(code);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const { status, text, headers } = await get(`/api/links/${code}`, {
          'if-none-match': known,
        });
        expect([status, text, headers.etag]).toEqual([304, '', tag]);
        expect(headers['x-request-id']).toBeDefined();
      }
      for (const other of ['"other"', tag.slice(1, -1)]) {
        expect((await get(`/api/links/${code}`, { 'if-none-match': other })).status).toBe(200);
      }
      linkIn(await patch(code, 'https://example.com/edited'));
      expect((await get(`/api/links/${code}`, { 'if-none-match': tag })).status).toBe(200);
    });

    it('keeps a change from overwriting one that was not seen', async () => {
      const { code } = await create();
      const stale = await tagOf(code);
      linkIn(await patch(code, 'https://example.com/first', stale));
      expectProblem(await patch(code, 'https://example.com/second', stale), 412);
      expectProblem(await remove(code, stale), 412);
      expect(linkIn(await get(`/api/links/${code}`)).url).toBe('https://example.com/first');
    });

    it('lets pass who knows the link, or does not mind', async () => {
      const { code } = await create();
      linkIn(await patch(code, 'https://example.com/1', `"other", ${await tagOf(code)}`));
      linkIn(await patch(code, 'https://example.com/2', '*'));
      linkIn(await patch(code, 'https://example.com/3'));
      expect((await remove(code, await tagOf(code))).status).toBe(204);
    });

    it('is compared strongly when something is changed', async () => {
      const { code } = await create();
      expectProblem(await patch(code, 'https://example.com/weak', `W/${await tagOf(code)}`), 412);
      expectProblem(await patch(code, 'https://example.com/other', '"other"'), 412);
    });

    it('lets one of 10 pass that change the same state at once', async () => {
      const { code } = await create();
      const tag = await tagOf(code);
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => patch(code, `https://example.com/${index}`, tag)),
      );
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      for (const answer of answers) if (answer !== won[0]) expectProblem(answer, 412);
      expect((await get(`/api/links/${code}`)).body).toEqual(won[0]?.body);
    });
  });
}
