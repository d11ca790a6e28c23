import { eq, sql } from 'drizzle-orm';
import type { LinkRepository } from '../links/port.ts';
import type { Executor } from './executor.ts';
import { links } from './schema.ts';

export function databaseLinks(executor: Executor): LinkRepository {
  const byCode = executor
    .select()
    .from(links)
    .where(eq(links.code, sql.placeholder('code')))
    .prepare('link_by_code');

  return {
    async find(code) {
      const [link] = await byCode.execute({ code });
      return link;
    },

    async add(link) {
      const added = await executor.insert(links).values(link).onConflictDoNothing().returning();
      return added.length === 1;
    },
  };
}
