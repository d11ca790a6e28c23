import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fill } from '../../src/database/fill.ts';
import { comparePaging } from '../../src/database/paging.ts';
import { pagingTable, withTable } from '../../src/database/paging-table.ts';
import { describeDatabase, where } from '../support/database.ts';
import { aCode } from '../support/examples.ts';
import { PRIMARY_KEY, planOf, SCAN } from '../support/plan.ts';
import { openWatchedStorage } from '../support/watched-storage.ts';

const code = aCode('many-050000');
const after = { code, createdAt: new Date(Date.now() - 50_000 * 60_000) };

describeDatabase(`among 100,000 links in ${where}`, () => {
  let watched: Awaited<ReturnType<typeof openWatchedStorage>>;
  type Storage = typeof watched.storage;

  beforeAll(async () => {
    watched = await openWatchedStorage();
    await watched.database.withSession(fill);
  });
  afterAll(() => watched.storage.close());

  it.each<[string, (storage: Storage) => Promise<unknown>, string]>([
    ['a link', ({ links }) => links.find(code), PRIMARY_KEY],
    [
      'a page of all links',
      ({ catalogue }) => catalogue.list(undefined, { limit: 20, after }),
      'links_newest_first',
    ],
    [
      'a page of an owner’s links',
      ({ catalogue }) => catalogue.list('owner-7', { limit: 20, after }),
      'links_of_an_owner',
    ],
    ['the number of clicks', ({ clicks }) => clicks.total(code), 'clicks_of_a_link'],
    [
      'the clicks of each day',
      ({ clicks }) => clicks.perDay(code, after.createdAt),
      'clicks_of_a_link',
    ],
  ])('%s is found by an index, without which it would cost ten times as much', async (...test) => {
    const [, ask, index] = test;
    await ask(watched.storage);
    const query = watched.queries.at(-1) ?? { text: '', values: [] };
    const plan = await planOf(watched.database, query);
    expect(plan.text).toContain(index);
    expect(plan.text).not.toMatch(SCAN);
    const without = await planOf(watched.database, query, index);
    expect(without.text).not.toContain(index);
    expect(without.cost).toBeGreaterThan(10 * plan.cost);
  });

  it('a page by its key reads itself and nothing else, as the page of the stage says', async () => {
    const comparisons = await watched.database.withSession(comparePaging);
    for (const { skipped, offset, key } of comparisons) {
      expect([offset.rowsRead, key.rowsRead]).toEqual([skipped + 20, 20]);
    }
    const page = await readFile('docs/roadmap/08-performance.md', 'utf8');
    const written = withTable(page, pagingTable(comparisons));
    const counts = (text: string) => text.match(/^\| [\d,]+ \| [\d,]+ \| [\d,]+ \|/gm);
    expect(counts(written)).toEqual(counts(page));
    expect(counts(page)).toHaveLength(comparisons.length);
  });
});
