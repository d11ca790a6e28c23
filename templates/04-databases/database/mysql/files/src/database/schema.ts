import { datetime, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import type { Code } from '../domain/code.ts';
import type { TargetUrl } from '../domain/target-url.ts';

/** A moment in UTC, to the millisecond: what a JavaScript date can tell. */
export const moment = (column: string) => datetime(column, { fsp: 3 });

/** As the migrations made it. */
export const links = mysqlTable('links', {
  code: varchar('code', { length: 64 }).$type<Code>().primaryKey(),
  url: varchar('url', { length: 2048 }).$type<TargetUrl>().notNull(),
  owner: varchar('owner', { length: 255 }),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
});
