import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database } from './database.ts';
import { numbered } from './dialect.ts';

/** Waiting longer (ms) for a connection, or for an answer, counts as a failure. */
const PATIENCE = { connectionTimeoutMillis: 5_000, query_timeout: 10_000 };

/**
 * @param url where the server is, with user and password
 * @param schema the schema to work in; without it, the user's own
 */
export function connectServer(url: string, schema?: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    ...PATIENCE,
    ...(schema && { options: `-c search_path=${schema}` }),
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would throw.
  pool.on('error', () => {});
  const executor = drizzle({ client: pool });
  return {
    executor,
    transaction: (work) => executor.transaction(work),
    async withSession(work) {
      const client = await pool.connect();
      const run = async (text: string, values: readonly unknown[] = []) =>
        (await client.query(numbered(text, values), [...values])).rows;
      const script = (text: string) => client.query(text);
      return work({ run, script }).finally(() => client.release());
    },
    ping: () => pool.query('select 1'),
    close: () => pool.end(),
  };
}
