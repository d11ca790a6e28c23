import { and, count, eq, gte, sql } from 'drizzle-orm';
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { ClickLog } from '../catalogue/port.ts';
import type { Code } from '../domain/code.ts';
import type { Executor } from './executor.ts';
import { moment } from './schema.ts';

const clicks = pgTable('clicks', {
  id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  code: text('code').$type<Code>().notNull(),
  at: moment('at').notNull(),
});

export function databaseClicks(executor: Executor): ClickLog {
  return {
    /** Two arrays instead of two parameters a row, of which PostgreSQL takes 65,535 at most. */
    async add(added) {
      const codes = sql.param(added.map(({ code }) => code));
      const moments = sql.param(added.map(({ at }) => at.toISOString()));
      await executor.execute(
        sql`insert into clicks (code, at) select * from unnest(${codes}::text[], ${moments}::timestamptz[])`,
      );
    },

    async total(code) {
      return executor.$count(clicks, eq(clicks.code, code));
    },

    async perDay(code, since) {
      const day = sql<string>`to_char(${clicks.at} at time zone 'UTC', 'YYYY-MM-DD')`;
      const rows = await executor
        .select({ day, clicks: count() })
        .from(clicks)
        .where(and(eq(clicks.code, code), gte(clicks.at, since)))
        .groupBy(day);
      return new Map(rows.map((row) => [row.day, row.clicks]));
    },

    async forget(code) {
      await executor.delete(clicks).where(eq(clicks.code, code));
    },
  };
}
