import { mkdir } from 'node:fs/promises';
import { StartupError } from '../startup-error.ts';
import type { Database } from './database.ts';
import { lockFolder } from './folder-lock.ts';

export interface DatabaseConfig {
  /** A server; without it, PostgreSQL runs inside this process. */
  databaseUrl?: string | undefined;
  /** Where that one keeps its files. */
  databaseFolder: string;
}

/** @throws StartupError when the folder of the embedded database is in use */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const { databaseUrl: url, databaseFolder: folder } = config;
  if (url) {
    const { connectServer } = await import('./server.ts');
    return connectServer(url);
  }
  const { openEmbedded } = await import('./embedded.ts').catch(() => {
    throw new StartupError('Set DATABASE_URL: the embedded database is a development dependency.');
  });
  await mkdir(folder, { recursive: true }).catch(({ code }: NodeJS.ErrnoException) => {
    throw new StartupError(`Cannot make the folder ${folder} (${code}): set DATABASE_FOLDER.`);
  });
  const unlock = await lockFolder(folder);
  const database = await openEmbedded(folder);
  return { ...database, close: () => database.close().finally(unlock) };
}
