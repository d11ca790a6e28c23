import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Code } from '../domain/code.ts';
import type { TargetUrl } from '../domain/target-url.ts';

/** A moment in UTC, to the millisecond: what a JavaScript date can tell. */
export const moment = (column: string) => timestamp(column, { withTimezone: true, precision: 3 });

/** As the migrations made it. */
export const links = pgTable('links', {
  code: text('code').$type<Code>().primaryKey(),
  url: text('url').$type<TargetUrl>().notNull(),
  owner: text('owner'),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
});
