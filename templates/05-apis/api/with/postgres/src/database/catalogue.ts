import { and, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import type { LinkCatalogue, Position } from '../catalogue/port.ts';
import type { Executor } from './executor.ts';
import { links } from './schema.ts';

export function databaseCatalogue(executor: Executor): LinkCatalogue {
  return {
    list(owner, { limit, after, q }) {
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

function belongsTo(owner: string | null | undefined) {
  if (owner === undefined) return undefined;
  return owner === null ? isNull(links.owner) : eq(links.owner, owner);
}

/** Compared as a row, which the index on both columns answers without reading what it skips. */
function behind({ createdAt, code }: Position) {
  return sql`(${links.createdAt}, ${links.code}) < (${createdAt.toISOString()}::timestamptz, ${code})`;
}

function contains(q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return or(ilike(links.url, pattern), ilike(links.code, pattern));
}
