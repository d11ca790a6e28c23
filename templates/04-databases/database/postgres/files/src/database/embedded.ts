import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database, Row, Session } from './database.ts';
import { numbered } from './dialect.ts';

/**
 * PostgreSQL inside this process, with a single connection: a query outside of a transaction waits
 * for its end, and one that the transaction waits for would wait forever.
 *
 * @param folder where its files are; without it, in memory
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  const client = folder ? await PGlite.create(folder) : await PGlite.create();
  const executor = drizzle({ client });
  const session: Session = {
    run: async (text, values = []) =>
      (await client.query<Row>(numbered(text, values), [...values])).rows,
    script: (text) => client.exec(text),
  };
  let turn: Promise<unknown> = Promise.resolve();
  return {
    executor,
    transaction: (work) => executor.transaction(work),
    withSession(work) {
      const result = turn.then(() => work(session));
      turn = result.catch(() => {});
      return result;
    },
    ping: () => client.query('select 1'),
    close: () => client.close(),
  };
}
