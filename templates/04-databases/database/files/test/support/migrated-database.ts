import type { Database } from '../../src/database/database.ts';
import { withLedger } from '../../src/database/ledger.ts';
import { migrate } from '../../src/database/migrate.ts';
import { readMigrations } from '../../src/database/migrations.ts';
import { openTestDatabase } from './database.ts';

/** A database of this test's own, with all that the migrations make; gone when it is closed. */
export async function openMigratedDatabase(): Promise<Database> {
  const database = await openTestDatabase();
  const migrations = await readMigrations();
  await withLedger(database, (ledger) => migrate(ledger, migrations));
  return database;
}
