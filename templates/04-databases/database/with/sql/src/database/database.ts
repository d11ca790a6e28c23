import type { Executor } from './executor.ts';

export type Row = Record<string, unknown>;

export type SqlValue = string | number | Date;

/** One connection, for what Drizzle has no words for. */
export interface Session {
  /** Runs one statement, with values for its `?`; returns its rows. */
  run(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs any number of statements. */
  script(text: string): Promise<unknown>;
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
