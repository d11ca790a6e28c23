import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Client, createClient, type InStatement } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import type { Database, Session } from './database.ts';
import { explained } from './explain.ts';

export interface DatabaseConfig {
  /** `file:` and the path of the file. */
  databaseUrl: string;
}

/** How long (ms) to wait for another process that is writing. Nothing else is done meanwhile. */
const PATIENCE = 5_000;

/** @throws StartupError when the file cannot be opened */
export async function openDatabase({ databaseUrl: url }: DatabaseConfig): Promise<Database> {
  try {
    await mkdir(path.dirname(url.slice('file:'.length)), { recursive: true });
    const client = createClient({ url, timeout: PATIENCE, concurrency: 1 });
    // Readers and a writer do not wait for each other; what refers to a row needs that row.
    await client.executeMultiple('pragma journal_mode = wal; pragma foreign_keys = on');
    return databaseOn(client);
  } catch (error) {
    throw explained(error);
  }
}

/** With one connection: who comes while a transaction has it waits for its end. */
function databaseOn(client: Client): Database {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  // All that comes from outside of a transaction comes by this way.
  const execute = (statement: InStatement) => inTurn(() => client.execute(statement));
  return {
    executor: drizzle({ client: { ...client, execute } }),
    transaction: (work) => inTurn(() => drizzle({ client }).transaction(work)),
    withSession: (work) => inTurn(() => sessionOn(client, work)),
    ping: () => execute('select 1'),
    close: () => inTurn(async () => client.close()),
  };
}

/** A transaction that keeps what was done before something threw, unless that took it back. */
async function sessionOn<T>(client: Client, work: (session: Session) => Promise<T>): Promise<T> {
  const transaction = await client.transaction('write');
  const session: Session = {
    run: async (sql, values = []) => (await transaction.execute({ sql, args: [...values] })).rows,
    script: (text) => transaction.executeMultiple(text),
  };
  const result = await work(session).catch(async (error) => {
    await transaction.commit().catch(() => {});
    throw error;
  });
  await transaction.commit();
  return result;
}
