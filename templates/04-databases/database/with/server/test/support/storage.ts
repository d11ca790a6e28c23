import type { Logger } from 'pino';
import type { Config } from '../../src/config.ts';
import { storageIn } from '../../src/database-storage.ts';
import { openMemory } from '../../src/memory/storage.ts';
import { openMigratedDatabase } from './migrated-database.ts';

/** Tests use the server that `DATABASE_URL` names, in a database of their own, or else memory. */
export async function openTestStorage(config: Config, log: Logger) {
  return process.env.DATABASE_URL
    ? storageIn(await openMigratedDatabase())
    : openMemory(config, log);
}
