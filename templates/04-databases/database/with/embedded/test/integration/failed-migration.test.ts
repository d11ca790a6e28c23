import { afterAll, expect, it } from 'vitest';
import { withLedger } from '../../src/database/ledger.ts';
import { migrate } from '../../src/database/migrate.ts';
import { aMigration, openTestDatabase, tablesOf } from '../support/database.ts';

const database = await openTestDatabase();
afterAll(() => database.close());

it('leaves no trace of a migration that fails half way, and keeps those before it', async () => {
  const broken = {
    ...aMigration('broken'),
    up: 'create table broken (id int); drop table nowhere',
  };
  const work = withLedger(database, (ledger) => migrate(ledger, [aMigration('early'), broken]));
  await expect(work).rejects.toThrow('broken failed and was rolled back');
  expect(await tablesOf(database)).toEqual(['early', 'migrations']);
});
