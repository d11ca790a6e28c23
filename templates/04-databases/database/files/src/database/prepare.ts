import type { Logger } from 'pino';
import type { Database } from './database.ts';
import { explained } from './explain.ts';
import { withLedger } from './ledger.ts';
import { migrate, pending } from './migrate.ts';
import { readMigrations } from './migrations.ts';

/**
 * Brings the schema up to date, or tells what is missing when that is to be done by hand.
 *
 * @throws StartupError when the database cannot be used or a migration cannot be applied
 */
export async function prepareDatabase(database: Database, apply: boolean, log: Logger) {
  const migrations = await readMigrations();
  const step = apply ? migrate : namesOfPending;
  const names = await withLedger(database, (ledger) => step(ledger, migrations)).catch(
    async (error) => {
      await database.close();
      throw explained(error);
    },
  );
  if (names.length > 0 && apply) log.info({ migrations: names }, 'migrations applied');
  if (names.length > 0 && !apply) log.warn({ migrations: names }, 'missing: run db:migrate');
}

const namesOfPending: typeof migrate = async (ledger, migrations) =>
  (await pending(ledger, migrations)).map(({ name }) => name);
