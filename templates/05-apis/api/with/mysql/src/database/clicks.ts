import { and, count, eq, gte, sql } from 'drizzle-orm';
import { bigint, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import type { ClickLog } from '../catalogue/port.ts';
import type { Code } from '../domain/code.ts';
import type { Executor } from './executor.ts';
import { moment } from './schema.ts';

const clicks = mysqlTable('clicks', {
  id: bigint('id', { mode: 'number' }).autoincrement().primaryKey(),
  code: varchar('code', { length: 64 }).$type<Code>().notNull(),
  at: moment('at').notNull(),
});

/** So many rows in one statement: a server takes only so long a text. */
const BATCH = 5_000;

export function databaseClicks(executor: Executor): ClickLog {
  return {
    async add(added) {
      for (let from = 0; from < added.length; from += BATCH) {
        await executor.insert(clicks).values(added.slice(from, from + BATCH));
      }
    },

    async total(code) {
      return executor.$count(clicks, eq(clicks.code, code));
    },

    async perDay(code, since) {
      const day = sql<string>`date_format(${clicks.at}, '%Y-%m-%d')`;
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
