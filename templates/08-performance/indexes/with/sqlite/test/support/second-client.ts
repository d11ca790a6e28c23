import { createClient } from '@libsql/client';
import type { Database } from '../../src/database/database.ts';

/** One more connection to the file of a database. */
export async function secondClient(database: Database) {
  const [main] = await database.withSession(({ run }) => run('pragma database_list'));
  return createClient({ url: `file:${main?.file}`, timeout: 5_000, concurrency: 1 });
}
