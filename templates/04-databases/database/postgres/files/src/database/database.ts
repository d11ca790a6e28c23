import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What queries are made with: the database, or one transaction in it. */
export type Executor = PgDatabase<PgQueryResultHKT>;

export type Row = Record<string, unknown>;

/** One connection, for what Drizzle has no words for. */
export interface Session {
  /** Runs one statement with values, or a script of many without; returns the last one's rows. */
  run(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database {
  readonly executor: Executor;
  /** All of the work, or nothing of it when it throws. Use what is handed in, never the outer one. */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** A connection that nobody else uses meanwhile. */
  withSession<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Rejects when the database cannot be used. */
  ping(): Promise<unknown>;
  close(): Promise<void>;
}
