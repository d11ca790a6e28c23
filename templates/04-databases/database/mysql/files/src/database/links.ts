import { eq, sql } from 'drizzle-orm';
import type { LinkRepository } from '../links/port.ts';
import type { Executor } from './executor.ts';
import { isNew } from './is-new.ts';
import { links } from './schema.ts';

export function databaseLinks(executor: Executor): LinkRepository {
  const byCode = executor
    .select()
    .from(links)
    .where(eq(links.code, sql.placeholder('code')))
    .prepare();

  return {
    async find(code) {
      const [link] = await byCode.execute({ code });
      return link;
    },

    add: (link) => isNew(executor.insert(links).values(link)),
  };
}
