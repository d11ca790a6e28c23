import { mkdir } from 'node:fs/promises';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { StartupError } from '../startup-error.ts';
import { lockFolder } from './folder-lock.ts';

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

export interface DatabaseConfig {
  /** A server; without it, PostgreSQL runs inside this process. */
  url?: string | undefined;
  /** Where that one keeps its files. */
  folder: string;
}

/** @throws StartupError when the folder of the embedded database is in use */
export async function openDatabase({ url, folder }: DatabaseConfig): Promise<Database> {
  if (url) {
    const { connectServer } = await import('./server.ts');
    return connectServer(url);
  }
  const { openEmbedded } = await import('./embedded.ts').catch(() => {
    throw new StartupError('Set DATABASE_URL: the embedded database is a development dependency.');
  });
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  const database = await openEmbedded(folder);
  return { ...database, close: () => database.close().finally(unlock) };
}
