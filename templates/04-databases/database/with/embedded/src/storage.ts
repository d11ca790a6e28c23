import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { prepareDatabase } from './database/prepare.ts';
import { storageIn } from './database-storage.ts';

/** Where this service keeps its data: in its database. */
export async function openStorage(config: Config, log: Logger) {
  const database = await openDatabase(config);
  await prepareDatabase(database, config.migrate, log);
  return storageIn(database);
}
