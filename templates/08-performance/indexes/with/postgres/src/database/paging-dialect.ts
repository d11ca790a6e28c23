import { z } from 'zod';
import type { Session, SqlValue } from './database.ts';

/** The values of page-by-key.sql, for the page behind a link. */
export function placeOf(link: { created_at: Date | number; code: string }): SqlValue[] {
  return [link.created_at, link.code];
}

/** Of a page and nothing else: the limit on top, and under it what reads. */
const planContract = z.object({
  'QUERY PLAN': z.tuple([
    z.object({ Plan: z.object({ Plans: z.tuple([z.object({ 'Actual Rows': z.number() })]) }) }),
  ]),
});

/** Runs a query that answers with a page; returns how many rows were read for it. */
export async function rowsRead({ run }: Session, query: string, values: readonly SqlValue[]) {
  const [row] = await run(`explain (analyze, format json) ${query}`, values);
  const [{ Plan: limit }] = planContract.parse(row)['QUERY PLAN'];
  return limit.Plans[0]['Actual Rows'];
}
