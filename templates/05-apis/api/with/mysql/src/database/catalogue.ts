import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { LinkCatalogue, Position } from '../catalogue/port.ts';
import type { Executor } from './executor.ts';
import { links } from './schema.ts';

export function databaseCatalogue(executor: Executor): LinkCatalogue {
  return {
    async list(owner, { limit, after, q }) {
      return executor
        .select()
        .from(links)
        .where(and(belongsTo(owner), after && behind(after), q ? contains(q) : undefined))
        .orderBy(desc(links.createdAt), desc(links.code))
        .limit(limit);
    },

    async findForChange(code) {
      const [link] = await executor.select().from(links).where(eq(links.code, code)).for('update');
      return link;
    },

    async save({ code, ...link }) {
      await executor.update(links).set(link).where(eq(links.code, code));
    },

    async remove(code) {
      await executor.delete(links).where(eq(links.code, code));
    },
  };
}

/** No index on owners is to be used for nobody: it would be read from the newest link on. */
function belongsTo(owner: string | null | undefined) {
  if (owner === undefined) return undefined;
  return owner === null ? sql`(${links.owner} is null) = true` : eq(links.owner, owner);
}

/** Two ranges of the index, one behind the other: MySQL finds none for a comparison of rows. */
function behind({ createdAt, code }: Position) {
  const sameMoment = and(eq(links.createdAt, createdAt), lt(links.code, code));
  return or(lt(links.createdAt, createdAt), sameMoment);
}

function contains(q: string) {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(lower(${links.url}) like ${pattern} or lower(${links.code}) like ${pattern})`;
}
