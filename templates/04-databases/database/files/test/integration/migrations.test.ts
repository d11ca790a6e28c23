import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { withLedger } from '../../src/database/ledger.ts';
import { migrate, pending, rollback } from '../../src/database/migrate.ts';
import { type Migration, readMigrations } from '../../src/database/migrations.ts';
import { aMigration, describeDatabase, openTestDatabase, tablesOf } from '../support/database.ts';

describeDatabase('migrations', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const [early, late] = [aMigration('early'), aMigration('late')];
  const run = (work: typeof migrate, ...migrations: Migration[]) =>
    withLedger(database, (ledger) => work(ledger, migrations));

  it('are applied where they are missing, even when something later is there already', async () => {
    expect(await run(migrate, late)).toEqual(['late']);
    expect(await run(migrate, early, late)).toEqual(['early']);
    expect(await run(migrate, early, late)).toEqual([]);
  });

  it('are refused by name when they were changed after they had been applied', async () => {
    await run(migrate, early);
    const changed = { ...early, checksum: 'another' };
    await expect(run(migrate, changed, late)).rejects.toThrow('early was changed');
    expect(await tablesOf(database)).toEqual(['early', 'migrations']);
  });

  it('are done by one of two that start at once', async () => {
    const applied = await Promise.all([run(migrate, early, late), run(migrate, early, late)]);
    expect(applied.flat()).toEqual(['early', 'late']);
  });

  it('of this project can all be taken back, last first, down to an empty schema', async () => {
    const migrations = await readMigrations();
    const applied = await run(migrate, ...migrations);
    for (const name of applied.toReversed()) {
      expect(await withLedger(database, (ledger) => rollback(ledger, migrations))).toBe(name);
    }
    expect(await tablesOf(database)).toEqual(['migrations']);
    expect(await withLedger(database, (ledger) => pending(ledger, migrations))).toEqual(migrations);
  });
});
