import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { expectPointers, expectProblem } from './expect-problem.ts';
import { freshCode, linkIn, momentIn, visitorOf } from './visitor.ts';

/** PATCH and DELETE /api/links/{code}. */
export function changes(backend: Backend): void {
  const { send, get, post, create, stats, list } = visitorOf(backend);
  const patch = (code: string, body: unknown) => send('PATCH', `/api/links/${code}`, { body });
  const remove = (code: string) => send('DELETE', `/api/links/${code}`);

  describe('changing a link', () => {
    it('changes what is said and nothing else, and is followed at once', async () => {
      const link = await create({ expiresAt: momentIn(60_000) });
      expect((await get(`/${link.code}`)).status).toBe(302);
      const changed = linkIn(await patch(link.code, { url: 'HTTPS://Example.com/changed' }));
      expect(changed).toEqual({ ...link, url: 'https://example.com/changed' });
      expect((await get(`/${link.code}`)).headers.location).toBe('https://example.com/changed');
      expect(linkIn(await get(`/api/links/${link.code}`))).toEqual(changed);
    });

    it('sets and clears the expiry', async () => {
      const { code } = await create();
      const expiresAt = momentIn(60_000);
      expect(linkIn(await patch(code, { expiresAt })).expiresAt).toBe(expiresAt);
      expect(linkIn(await patch(code, { expiresAt: null })).expiresAt).toBeNull();
    });

    it('brings an expired link back, at once', async () => {
      const { code } = await create({ expiresAt: momentIn(300) });
      while ((await get(`/${code}`)).status === 302);
      expect((await get(`/${code}`)).status).toBe(410);
      linkIn(await patch(code, { expiresAt: null }));
      expect((await get(`/${code}`)).status).toBe(302);
    });

    it('needs something to change', async () => {
      const { code } = await create();
      expectProblem(await patch(code, {}), 422);
    });

    it.each([
      ['/code', { code: 'another', url: 'https://example.com/other' }],
      ['/expiresAt', { expiresAt: '1999-12-31T23:59:59Z' }],
      ['/expiresAt', { expiresAt: 'tomorrow' }],
      ['/url', { url: 'javascript:alert(1)' }],
      ['/url', { url: 'https://user:password@example.com/' }],
      ['/url', { url: null }],
    ])('points to %s of %j', async (pointer, body) => {
      const link = await create();
      expectPointers(await patch(link.code, body), pointer);
      expect(linkIn(await get(`/api/links/${link.code}`))).toEqual(link);
    });

    it('does not lead to ourselves', async () => {
      const { code, shortUrl } = await create();
      expectPointers(await patch(code, { url: shortUrl }), '/url');
      const headers = { host: 'links.example:8080' };
      const body = { url: 'http://links.example:8080/' };
      expectPointers(await send('PATCH', `/api/links/${code}`, { body, headers }), '/url');
    });

    it('is a 404 for a link that is not there', async () => {
      for (const code of [freshCode('none'), 'a.b', 'livez']) {
        expectProblem(await patch(code, { url: 'https://example.com/' }), 404);
        expectProblem(await remove(code), 404);
      }
    });
  });

  describe('deleting a link', () => {
    it('is a 204, after which there is nothing, at once', async () => {
      const { code } = await create();
      expect((await get(`/${code}`)).status).toBe(302);
      const { status, text } = await remove(code);
      expect([status, text]).toEqual([204, '']);
      expectProblem(await get(`/${code}`), 404);
      expectProblem(await get(`/api/links/${code}`), 404);
      expectProblem(await get(`/api/links/${code}/stats`), 404);
      expectProblem(await patch(code, { expiresAt: null }), 404);
      expectProblem(await remove(code), 404);
      expect((await list(`q=${code}`)).items).toEqual([]);
    });

    it('frees the code for another link, which begins without clicks', async () => {
      const { code } = await create({ url: 'https://example.com/old' });
      await get(`/${code}`);
      await expect.poll(async () => (await stats(code)).clicks, { timeout: 2000 }).toBe(1);
      expect((await remove(code)).status).toBe(204);
      await create({ code, url: 'https://example.com/new' });
      expect((await get(`/api/links/${code}`)).body).toMatchObject({
        url: 'https://example.com/new',
      });
      expect((await stats(code)).clicks).toBe(0);
    });

    it('frees the code of an expired link as well', async () => {
      const { code } = await create({ expiresAt: momentIn(200) });
      while ((await get(`/${code}`)).status === 302);
      expectProblem(await post({ url: 'https://example.com/', code }), 409);
      expect((await remove(code)).status).toBe(204);
      expectProblem(await get(`/${code}`), 404);
      await create({ code });
    });

    it('happens once when two want it at once', async () => {
      const { code } = await create();
      const answers = await Promise.all([remove(code), remove(code), remove(code)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    });
  });
}
