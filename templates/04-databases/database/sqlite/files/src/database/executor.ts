import type { ResultSet } from '@libsql/client';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';

/** What queries are made with: the database, or one transaction in it. */
export type Executor = BaseSQLiteDatabase<'async', ResultSet>;
