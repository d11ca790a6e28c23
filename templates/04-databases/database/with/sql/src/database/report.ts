import { readFile } from 'node:fs/promises';
import type { Database } from './database.ts';
import { planOf } from './dialect.ts';

/** Shows where the links lead; returns how the database found out. */
export async function report(database: Database): Promise<string> {
  const file = new URL('../../reports/links-per-host.sql', import.meta.url);
  const query = await readFile(file, 'utf8');
  return database.withSession(async (session) => {
    console.table(await session.run(query));
    return planOf(session, query);
  });
}
