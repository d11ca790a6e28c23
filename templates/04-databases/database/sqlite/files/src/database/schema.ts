import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Code } from '../domain/code.ts';
import type { TargetUrl } from '../domain/target-url.ts';

/** A moment, in milliseconds since 1970: what a JavaScript date can tell. */
export const moment = (column: string) => integer(column, { mode: 'timestamp_ms' });

/** As the migrations made it. */
export const links = sqliteTable('links', {
  code: text('code').$type<Code>().primaryKey(),
  url: text('url').$type<TargetUrl>().notNull(),
  owner: text('owner'),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at'),
});
