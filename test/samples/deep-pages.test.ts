import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networked, ownDatabase } from './own-database.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { written } from './written.ts';

const LIMIT = 20;
const LINKS = 6_000;

/** Fills the database with links, three in a millisecond, and knows a page near the end. */
const filled = `
  const { openDatabase } = await import('./dist/database/open-database.js');
  const { databaseCatalogue } = await import('./dist/database/catalogue.js');
  const { linksOf, links, toDocument } = await import('./dist/database/schema.js');
  const databaseUrl = process.env.DATABASE_URL;
  const database = await openDatabase({ databaseUrl });
  const aLink = (_, index) => ({
    code: 'link-' + String(index).padStart(5, '0'),
    url: 'https://example.com/',
    owner: null,
    createdAt: new Date(Date.UTC(2030, 0) + Math.floor(index / 3)),
    expiresAt: null,
  });
  const all = Array.from({ length: ${LINKS} }, aLink);
  for (let start = 0; start < all.length; start += 1000) {
    const some = all.slice(start, start + 1000);
    if (links) await database.executor.insert(links).values(some);
    else await linksOf(database.executor).insertMany(some.map(toDocument));
  }
  const pages = { first: { limit: ${LIMIT} }, deep: { limit: ${LIMIT}, after: all[${LIMIT} + 1] } };
  const say = (what) => console.log(JSON.stringify(what));
`;

/** What a program says that runs in a project with this database, which is filled with links. */
async function said(engine: string, program: string): Promise<unknown> {
  const sample = sampleWith('api', 'database', engine);
  const folder = written(sample);
  const variables = { DATABASE_URL: await ownDatabase(sample) };
  await runWell(folder, ['npm', 'run', 'build']);
  await runWell(folder, ['npm', 'run', 'db:migrate'], variables);
  writeFileSync(join(folder, 'probe.mjs'), `${filled}${program}await database.close();`);
  return JSON.parse(await runWell(folder, [process.execPath, 'probe.mjs'], variables));
}

// PostgreSQL's plans are tried in every project with the layer indexes.
describe('a page near the end of a long list', () => {
  it('is read out of the index by SQLite, like the first one', async () => {
    const plans = await said(
      'sqlite',
      `await database.transaction(async (executor) => {
        const plans = {};
        for (const [name, page] of Object.entries(pages)) {
          const { sql, params } = databaseCatalogue(executor).list(undefined, page).toSQL();
          const values = params.map((it) => typeof it === 'number' ? it : "'" + it + "'");
          const text = 'explain query plan ' + sql.replace(/\\?/g, () => values.shift());
          plans[name] = (await executor.all(text)).map(({ detail }) => detail);
        }
        say(plans);
      });`,
    );
    expect(plans).toEqual({
      first: ['SCAN links USING INDEX links_newest_first'],
      deep: ['SEARCH links USING INDEX links_newest_first ((created_at,code)<(?,?))'],
    });
  });

  it.runIf(networked.includes('mysql'))('costs MySQL no more rows than the first', async () => {
    const counts = await said(
      'mysql',
      `await database.transaction(async (executor) => {
        // Otherwise it plans for as many links as there were a moment ago: none.
        await executor.execute('analyze table links');
        const counts = {};
        for (const [name, page] of Object.entries(pages)) {
          await executor.execute('flush status');
          const found = await databaseCatalogue(executor).list(undefined, page);
          const [reads] = await executor.execute("show session status like 'Handler_read%'");
          const read = reads.reduce((sum, { Value: count }) => sum + Number(count), 0);
          counts[name] = { found: found.length, read };
        }
        say(counts);
      });`,
    );
    const read = expect.toSatisfy((count: number) => count < LIMIT + 5, 'next to nothing besides');
    const cost = { found: LIMIT, read };
    expect(counts).toEqual({ first: cost, deep: cost });
  });

  // The servers that stand in for MongoDB here use no index for it and show no plan.
  it.runIf(networked.includes('mongodb'))(
    'is asked of MongoDB by the keys of an index',
    async () => {
      const asked = await said(
        'mongodb',
        `const { MongoClient } = await import('mongodb');
      const { inTurn } = await import('./dist/database/transactions.js');
      const client = new MongoClient(databaseUrl, { monitorCommands: true });
      const { executor } = inTurn(client.db());
      const keys = (await linksOf(executor).indexes()).map(({ key }) => Object.entries(key));
      const asked = { keys };
      client.on('commandStarted', ({ command: { find, filter, sort } }) => {
        if (find) Object.assign(asked, { filter, sort: [...sort] });
      });
      const found = await databaseCatalogue(executor).list(undefined, pages.deep);
      await client.close();
      say({ ...asked, found: found.length });`,
      );
      const [time, code] = ['2030-01-01T00:00:00.007Z', 'link-00021'];
      const newestFirst = [
        ['createdAt', -1],
        ['_id', -1],
      ];
      expect(asked).toEqual({
        keys: [[['_id', 1]], newestFirst],
        sort: newestFirst,
        filter: {
          // It bounds the index by itself; what the other one leaves out is of the same millisecond.
          $and: [
            { createdAt: { $lte: time } },
            { $or: [{ createdAt: { $lt: time } }, { _id: { $lt: code } }] },
          ],
        },
        found: LIMIT,
      });
    },
  );
});
