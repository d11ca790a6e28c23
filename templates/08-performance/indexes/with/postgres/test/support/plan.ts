import type { Database } from '../../src/database/database.ts';
import type { Plan, Query } from './query.ts';

/** What finds a row by its key. */
export const PRIMARY_KEY = 'links_pkey';

/** What the plan says when it reads a whole table. */
export const SCAN = /Seq Scan/;

/** The plan for a query, with what it is thought to cost; also after an index is lost. */
export function planOf(database: Database, { text, values }: Query, lost?: string): Promise<Plan> {
  return database.withSession(async ({ run }) => {
    await run('begin');
    try {
      if (lost) await run(without(lost));
      const lines = await run(`explain ${text}`, values);
      const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
      return { text: plan, cost: Number(/\.\.([\d.]+)/.exec(plan)?.[1]) };
    } finally {
      await run('rollback');
    }
  });
}

const without = (index: string) =>
  index === PRIMARY_KEY ? `alter table links drop constraint ${index}` : `drop index ${index}`;
