import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What queries are made with: the database, or one transaction in it. */
export type Executor = PgDatabase<PgQueryResultHKT>;
