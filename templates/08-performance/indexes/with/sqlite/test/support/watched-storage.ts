import { drizzle } from 'drizzle-orm/libsql';
import type { SqlValue } from '../../src/database/database.ts';
import { storageIn } from '../../src/database-storage.ts';
import { openMigratedDatabase } from './migrated-database.ts';
import type { Query } from './query.ts';
import { secondClient } from './second-client.ts';

/** A storage like any other, and all queries that it makes: it refuses to make them in transactions. */
export async function openWatchedStorage() {
  const database = await openMigratedDatabase();
  const queries: Query[] = [];
  const client = await secondClient(database);
  const logQuery = (text: string, values: unknown[]) => {
    queries.push({ text, values: values as SqlValue[] });
  };
  const executor = drizzle({ client, logger: { logQuery } });
  const transaction = () => Promise.reject(new Error('A transaction is not watched.'));
  const close = () => {
    client.close();
    return database.close();
  };
  return { database, queries, storage: storageIn({ ...database, executor, transaction, close }) };
}
