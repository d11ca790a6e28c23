import { drizzle } from 'drizzle-orm/mysql2';
import mysql from 'mysql2/promise';
import type { SqlValue } from '../../src/database/database.ts';
import { storageIn } from '../../src/database-storage.ts';
import { openMigratedDatabase } from './migrated-database.ts';
import type { Query } from './query.ts';

/** A storage like any other, and all queries that it makes: it refuses to make them in transactions. */
export async function openWatchedStorage() {
  const database = await openMigratedDatabase();
  const queries: Query[] = [];
  const [row] = await database.withSession(({ run }) => run('select database() as name'));
  const uri = new URL(`/${row?.name}`, process.env.DATABASE_URL).href;
  const client = mysql.createPool({ uri });
  const logQuery = (text: string, values: unknown[]) => {
    queries.push({ text, values: values as SqlValue[] });
  };
  const executor = drizzle({ client, logger: { logQuery } });
  const transaction = () => Promise.reject(new Error('A transaction is not watched.'));
  const close = async () => {
    await client.end();
    await database.close();
  };
  return { database, queries, storage: storageIn({ ...database, executor, transaction, close }) };
}
