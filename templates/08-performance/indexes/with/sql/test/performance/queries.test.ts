import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { describeDatabase, where } from '../support/database.ts';
import { openWatchedStorage } from '../support/watched-storage.ts';

describeDatabase(`requests to ${where}`, () => {
  let watched: Awaited<ReturnType<typeof openWatchedStorage>>;
  let app: TestApp;

  beforeAll(async () => {
    watched = await openWatchedStorage();
    app = await startApp({}, async () => watched.storage);
  });
  afterAll(() => app.stop());

  it('a list of 50 links costs no more queries than one of 5', async () => {
    for (let link = 0; link < 50; link++) {
      await app.request('POST', '/api/links', { url: 'https://example.com/' });
    }
    const costOf = async (limit: number) => {
      const before = watched.queries.length;
      const { body } = await app.request('GET', `/api/links?limit=${limit}`);
      expect(body.items).toHaveLength(limit);
      return watched.queries.length - before;
    };
    const cost = await costOf(50);
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThanOrEqual(3);
    expect(await costOf(5)).toBe(cost);
  });
});
