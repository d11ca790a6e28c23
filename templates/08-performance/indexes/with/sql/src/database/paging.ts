import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Session, SqlValue } from './database.ts';
import { placeOf, rowsRead } from './paging-dialect.ts';
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
    const [before] = skipped > 0 ? await session.run(byOffset, [skipped - 1]) : [BEGINNING];
    const offset = await costOf(session, byOffset, [skipped]);
    const key = await costOf(session, byKey, placeOf(placeContract.parse(before)));
    comparisons.push({ skipped, offset, key });
  }
  return comparisons;
}

/** Before the newest of all links. */
const BEGINNING = { created_at: new Date('9999-12-31'), code: '' };

const placeContract = z.object({ created_at: z.union([z.date(), z.number()]), code: z.string() });

const report = (name: string) =>
  readFile(new URL(`../../reports/${name}.sql`, import.meta.url), 'utf8');

async function costOf(session: Session, query: string, values: SqlValue[]): Promise<Cost> {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await session.run(query, values);
    times.push(performance.now() - start);
  }
  const [ms = 0] = times.sort((a, b) => a - b).slice(RUNS / 2);
  return { rowsRead: await rowsRead(session, query, values), ms };
}
