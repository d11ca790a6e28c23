import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill } from '../../src/database/fill.ts';
import { comparePaging } from '../../src/database/paging.ts';
import { pagingTable, withTable } from '../../src/database/paging-table.ts';
import { aCode } from '../support/examples.ts';
import { openWatchedStorage, type Query } from '../support/watched-storage.ts';

const code = aCode('many-050000');
const after = { code, createdAt: new Date(Date.now() - 50_000 * 60_000) };
let watched: Awaited<ReturnType<typeof openWatchedStorage>>;
type Storage = typeof watched.storage;

beforeAll(async () => {
  watched = await openWatchedStorage();
  await watched.database.withSession(fill);
});
afterAll(() => watched.storage.close());

/** How the last query is answered, with what it is thought to cost, when a statement has come before. */
function planOf({ text, values }: Query, before = 'select') {
  return watched.database.withSession(async ({ run }) => {
    await run('begin');
    await run(before);
    const lines = await run(`explain ${text}`, values).finally(() => run('rollback'));
    const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
    return { plan, cost: Number(/\.\.([\d.]+)/.exec(plan)?.[1]) };
  });
}

const drop = (index: string) => `drop index ${index}`;

it.each<[string, (storage: Storage) => Promise<unknown>, string, string]>([
  [
    'a link',
    ({ links }) => links.find(code),
    'links_pkey',
    'alter table links drop constraint links_pkey',
  ],
  [
    'a page of all links',
    ({ catalogue }) => catalogue.list(undefined, { limit: 20, after }),
    'links_newest_first',
    drop('links_newest_first'),
  ],
  [
    'a page of an owner’s links',
    ({ catalogue }) => catalogue.list('owner-7', { limit: 20, after }),
    'links_of_an_owner',
    drop('links_of_an_owner'),
  ],
  [
    'the number of clicks',
    ({ clicks }) => clicks.total(code),
    'clicks_of_a_link',
    drop('clicks_of_a_link'),
  ],
  [
    'the clicks of each day',
    ({ clicks }) => clicks.perDay(code, after.createdAt),
    'clicks_of_a_link',
    drop('clicks_of_a_link'),
  ],
])('%s is found by an index, without which it would cost ten times as much', async (...test) => {
  const [, ask, index, without] = test;
  await ask(watched.storage);
  const query = watched.queries.at(-1) ?? { text: '', values: [] };
  const { plan, cost } = await planOf(query);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
  const dropped = await planOf(query, without);
  expect(dropped.plan).not.toContain(index);
  expect(dropped.cost).toBeGreaterThan(10 * cost);
});

describe('a page by its key', () => {
  it('reads itself and nothing else, wherever it stands, as the page of the stage says', async () => {
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
