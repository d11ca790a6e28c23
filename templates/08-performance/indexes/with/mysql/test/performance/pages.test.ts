import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Position } from '../../src/catalogue/port.ts';
import { fill } from '../../src/database/fill.ts';
import { describeDatabase, where } from '../support/database.ts';
import { aCode } from '../support/examples.ts';
import { planOf } from '../support/plan.ts';
import { openWatchedStorage } from '../support/watched-storage.ts';

describeDatabase(`a page in ${where}`, () => {
  let watched: Awaited<ReturnType<typeof openWatchedStorage>>;

  beforeAll(async () => {
    watched = await openWatchedStorage();
    await watched.database.withSession(fill);
  });
  afterAll(() => watched.storage.close());

  async function rowsReadFor(owner: string | null | undefined, after: Position) {
    await watched.storage.catalogue.list(owner, { limit: 20, after });
    const query = watched.queries.at(-1) ?? { text: '', values: [] };
    return (await planOf(watched.database, query)).cost;
  }

  it('of links that are nobody’s reads little more than itself, although most links are', async () => {
    const createdAt = new Date(Date.now() - 50_000 * 60_000);
    expect(await rowsReadFor(null, { code: aCode('many-050000'), createdAt })).toBeLessThan(30);
  });

  it('does not read the links of the same moment that stand before it', async () => {
    await watched.database.withSession(({ run }) =>
      run("update links set created_at = '2020-01-01' where code < 'many-010000'"),
    );
    const createdAt = new Date('2020-01-01T00:00:00Z');
    expect(await rowsReadFor(undefined, { code: aCode('many-005000'), createdAt })).toBe(20);
  });
});
