import { drizzle } from 'drizzle-orm/pg-proxy';
import { storageIn } from '../../src/database-storage.ts';
import { openMigratedDatabase } from './migrated-database.ts';
import type { Query } from './query.ts';

/** A storage like any other, and all queries that it makes: it refuses to make them in transactions. */
export async function openWatchedStorage() {
  const database = await openMigratedDatabase();
  const queries: Query[] = [];
  const executor = drizzle(async (text, values, method) => {
    queries.push({ text, values });
    const rows = await database.withSession(({ run }) => run(text, values));
    return { rows: method === 'all' ? rows.map((row) => Object.values(row)) : rows };
  });
  const transaction = () => Promise.reject(new Error('A transaction is not watched.'));
  return { database, queries, storage: storageIn({ ...database, executor, transaction }) };
}
