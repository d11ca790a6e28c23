import { eq, sql } from 'drizzle-orm';
import type { LinkRepository } from '../links/port.ts';
import type { Executor } from './executor.ts';
import { links } from './schema.ts';

export function databaseLinks(executor: Executor): LinkRepository {
  const byCode = executor
    .select()
    .from(links)
    .where(eq(links.code, sql.placeholder('code')))
    .prepare();

  return {
    find: (code) => byCode.get({ code }),

    async add(link) {
      const { rowsAffected } = await executor.insert(links).values(link).onConflictDoNothing();
      return rowsAffected === 1;
    },
  };
}
