import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Session } from './database.ts';
import type { Comparison, Cost } from './paging-table.ts';

/** How many links stand before the pages that are compared; the last one ends the list. */
const SKIPPED = [0, 1_000, 10_000, 99_980];

/** Of so many runs, the time in the middle counts. */
const RUNS = 31;

/** Reads the same pages by their place and by the link before them. */
export async function comparePaging(session: Session): Promise<Comparison[]> {
  const [byOffset, byKey] = [await report('page-by-offset'), await report('page-by-key')];
  const comparisons = [];
  for (const skipped of SKIPPED) {
    const [before] = skipped > 0 ? await session.run(byOffset, [skipped - 1]) : [];
    const offset = await costOf(session, byOffset, [skipped]);
    const key = await costOf(session, byKey, before ? keyContract.parse(before) : BEGINNING);
    comparisons.push({ skipped, offset, key });
  }
  return comparisons;
}

/** Before the newest of all links. */
const BEGINNING = ['infinity', ''];

const keyContract = z
  .object({ created_at: z.date(), code: z.string() })
  .transform(({ created_at, code }) => [created_at.toISOString(), code]);

const report = (name: string) =>
  readFile(new URL(`../../reports/${name}.sql`, import.meta.url), 'utf8');

/** Of a page and nothing else: the limit on top, and under it what reads. */
const planContract = z.object({
  'QUERY PLAN': z.tuple([
    z.object({ Plan: z.object({ Plans: z.tuple([z.object({ 'Actual Rows': z.number() })]) }) }),
  ]),
});

async function costOf(session: Session, query: string, values: (string | number)[]): Promise<Cost> {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await session.run(query, values);
    times.push(performance.now() - start);
  }
  const [row] = await session.run(`explain (analyze, format json) ${query}`, values);
  const [{ Plan: limit }] = planContract.parse(row)['QUERY PLAN'];
  const [ms = 0] = times.sort((a, b) => a - b).slice(RUNS / 2);
  return { rowsRead: limit.Plans[0]['Actual Rows'], ms };
}
