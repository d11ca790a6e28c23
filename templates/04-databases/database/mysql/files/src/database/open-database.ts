import { drizzle } from 'drizzle-orm/mysql2';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { StartupError } from '../startup-error.ts';
import type { Database, Session } from './database.ts';

export interface DatabaseConfig {
  /** The server, with user, password and the name of the database. */
  databaseUrl?: string | undefined;
}

export const NO_SERVER =
  'There is no database: install MySQL or MariaDB, make a database there, and set DATABASE_URL to mysql://user:password@localhost:3306/database.';

/** Waiting longer (ms) for a connection, or for a sign of life, counts as a failure. */
const PATIENCE = 5_000;

/** @throws StartupError when there is no URL */
export async function openDatabase({ databaseUrl: uri }: DatabaseConfig): Promise<Database> {
  if (!uri) throw new StartupError(NO_SERVER);
  const pool = mysql.createPool({ uri, connectTimeout: PATIENCE });
  // Otherwise what looks for rows keeps others from inserting beside them.
  pool.on('connection', (connection) => {
    connection.query('set session transaction isolation level read committed');
  });
  const executor = drizzle({ client: pool });
  return {
    executor,
    transaction: (work) => executor.transaction(work),
    withSession: (work) => inSession(uri, work),
    ping: () => pool.query({ sql: 'select 1', timeout: PATIENCE }),
    close: () => pool.end(),
  };
}

/** Only here may one text have several statements: nothing that a visitor sent gets here. */
async function inSession<T>(uri: string, work: (session: Session) => Promise<T>): Promise<T> {
  const options = { uri, connectTimeout: PATIENCE, multipleStatements: true, timezone: 'Z' };
  const connection = await mysql.createConnection(options);
  const session: Session = {
    run: async (text, values = []) =>
      (await connection.query<RowDataPacket[]>(text, [...values]))[0],
    script: (text) => connection.query(text),
  };
  return work(session).finally(() => connection.end());
}
