import { loadConfig } from './config.ts';
import type { Database } from './database/database.ts';
import { explained } from './database/explain.ts';
import { withLedger } from './database/ledger.ts';
import { migrate, rollback } from './database/migrate.ts';
import { readMigrations } from './database/migrations.ts';
import { openDatabase } from './database/open-database.ts';
import { report } from './database/report.ts';
import { storageIn } from './database-storage.ts';
import { seed } from './seed.ts';
import { exitWith, StartupError } from './startup-error.ts';

/** `npm run db:…`: name of the command → does it, and returns what to say. */
const commands: Readonly<Record<string, (database: Database) => Promise<string>>> = {
  async migrate(database) {
    const migrations = await readMigrations();
    const names = await withLedger(database, (ledger) => migrate(ledger, migrations));
    return names.length > 0 ? `Applied ${names.join(', ')}.` : 'Nothing to apply.';
  },

  async rollback(database) {
    const migrations = await readMigrations();
    const name = await withLedger(database, (ledger) => rollback(ledger, migrations));
    return name ? `Took back ${name}.` : 'Nothing to take back.';
  },

  async seed(database) {
    await commands.migrate?.(database);
    const added = await storageIn(database).transaction(({ links }) => seed(links));
    return `Added ${added} links.`;
  },

  async report(database) {
    await commands.migrate?.(database);
    return report(database);
  },
};

async function main(name = '') {
  const command = commands[name];
  if (!command) throw new StartupError(`Give one of ${Object.keys(commands).join(', ')}.`);
  const database = await openDatabase(loadConfig());
  try {
    console.log(await command(database));
  } finally {
    await database.close();
  }
}

main(process.argv[2]).catch((error) => exitWith(explained(error)));
