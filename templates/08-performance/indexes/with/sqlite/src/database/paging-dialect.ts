import { randomUUID } from 'node:crypto';
import type { Session, SqlValue } from './database.ts';

/** The values of page-by-key.sql, for the page behind a link. */
export function placeOf(link: { created_at: Date | number; code: string }): SqlValue[] {
  return [link.created_at, link.code];
}

/**
 * Runs a query that answers with a page; returns how many rows were read for it. SQLite counts how
 * often a scan stepped on to the next row. What searches an index instead reads what it answers with.
 */
export async function rowsRead({ run }: Session, query: string, values: readonly SqlValue[]) {
  const text = `${query}\n-- ${randomUUID()}`;
  const rows = await run(text, values);
  const [status] = await run('select nscan from sqlite_stmt where sql = ?', [text]);
  const steps = Number(status?.nscan);
  return steps === 0 ? rows.length : steps + 1;
}
