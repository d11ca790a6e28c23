import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { withLedger } from '../../src/database/ledger.ts';
import { migrate } from '../../src/database/migrate.ts';
import { aMigration, describeDatabase, openTestDatabase, tablesOf } from '../support/database.ts';

describeDatabase('a migration that fails half way', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const early = aMigration('early');
  const broken = { ...aMigration('late'), up: 'create table late (id int); drop table nowhere' };
  const run = (second = broken) =>
    withLedger(database, (ledger) => migrate(ledger, [early, second]));

  it('is refused by name until what it did was undone by hand, and then tried again', async () => {
    await expect(run()).rejects.toThrow(/late stopped half way .*nowhere.* by hand/);
    await expect(run(aMigration('late'))).rejects.toThrow('late stopped half way');
    await database.withSession(({ script }) =>
      script('drop table late; drop table unfinished_migration'),
    );
    expect(await run(aMigration('late'))).toEqual(['late']);
    expect(await tablesOf(database)).toEqual(['early', 'late', 'migrations']);
  });
});
