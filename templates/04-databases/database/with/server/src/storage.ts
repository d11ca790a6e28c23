import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { NO_SERVER, openDatabase } from './database/open-database.ts';
import { prepareDatabase } from './database/prepare.ts';
import { storageIn } from './database-storage.ts';
import { openMemory } from './memory/storage.ts';

/** Where this service keeps its data: in its database; while there is none, in its own memory. */
export async function openStorage(config: Config, log: Logger) {
  if (!config.databaseUrl && !config.production) {
    log.warn(NO_SERVER);
    return openMemory(config, log);
  }
  const database = await openDatabase(config);
  await prepareDatabase(database, config.migrate, log);
  return storageIn(database);
}
