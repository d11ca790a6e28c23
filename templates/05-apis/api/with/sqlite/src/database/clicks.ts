import { and, count, eq, gte, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClickLog } from '../catalogue/port.ts';
import type { Code } from '../domain/code.ts';
import type { Executor } from './executor.ts';
import { moment } from './schema.ts';

const clicks = sqliteTable('clicks', {
  id: integer('id').primaryKey(),
  code: text('code').$type<Code>().notNull(),
  at: moment('at').notNull(),
});

export function databaseClicks(executor: Executor): ClickLog {
  return {
    /** One parameter instead of two a row, of which SQLite takes 32,766 at most. */
    async add(added) {
      const rows = JSON.stringify(added.map(({ code, at }) => [code, at.getTime()]));
      await executor.run(
        sql`insert into clicks (code, at) select value ->> 0, value ->> 1 from json_each(${rows})`,
      );
    },

    async total(code) {
      return executor.$count(clicks, eq(clicks.code, code));
    },

    async perDay(code, since) {
      const day = sql<string>`date(${clicks.at} / 1000, 'unixepoch')`;
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
