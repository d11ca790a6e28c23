import type { Session, SqlValue } from './database.ts';

/** The values of page-by-key.sql, for the page behind a link: its moment stands there twice. */
export function placeOf(link: { created_at: Date | number; code: string }): SqlValue[] {
  return [link.created_at, link.created_at, link.code];
}

/**
 * Runs a query; returns how many rows were read for it. The first one is looked up, from which the
 * server steps on to each further one. It counts these steps, in MySQL and MariaDB alike.
 */
export async function rowsRead({ run }: Session, query: string, values: readonly SqlValue[]) {
  const before = await steps(run);
  await run(query, values);
  return 1 + (await steps(run)) - before;
}

async function steps(run: Session['run']): Promise<number> {
  const counters = await run(
    "show session status where variable_name in ('Handler_read_next', 'Handler_read_prev', 'Handler_read_rnd_next')",
  );
  return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
}
