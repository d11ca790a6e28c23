import type { CatalogueStorage, LinkCatalogue, Position } from '../catalogue/port.ts';
import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import { type ClickCounts, memoryClicks } from './clicks.ts';
import { memoryLinks } from './links.ts';

/** The links of a map as a collection, with their clicks. */
export function memoryCatalogue(links: Map<Code, Link>): Omit<CatalogueStorage, 'links'> {
  const counts: ClickCounts = new Map();
  const catalogue = linkCatalogue(links);
  const clicks = memoryClicks(counts);
  const repositories = { links: memoryLinks(links), catalogue, clicks };
  let turn: Promise<unknown> = Promise.resolve();

  return {
    catalogue,
    clicks,
    /** One after the other. Values are replaced and never changed, so copied maps are enough. */
    transaction(work) {
      const result = turn.then(async () => {
        const before = { links: [...links], counts: [...counts] };
        return work(repositories).catch((error) => {
          restore(links, before.links);
          restore(counts, before.counts);
          throw error;
        });
      });
      turn = result.catch(() => {});
      return result;
    },
  };
}

function restore<Key, Value>(map: Map<Key, Value>, entries: readonly (readonly [Key, Value])[]) {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}

function linkCatalogue(links: Map<Code, Link>): LinkCatalogue {
  return {
    async list(owner, { limit, after, q = '' }) {
      const wanted = q.toLowerCase();
      return [...links.values()]
        .filter((link) => owner === undefined || link.owner === owner)
        .filter(({ url, code }) => `${url}\n${code}`.toLowerCase().includes(wanted))
        .filter((link) => !after || newestFirst(after, link) < 0)
        .sort(newestFirst)
        .slice(0, limit);
    },

    async findForChange(code) {
      return links.get(code);
    },

    async save(link) {
      links.set(link.code, link);
    },

    async remove(code) {
      links.delete(code);
    },
  };
}

function newestFirst(one: Position, other: Position): number {
  const time = other.createdAt.getTime() - one.createdAt.getTime();
  if (time !== 0) return time;
  return one.code === other.code ? 0 : one.code < other.code ? 1 : -1;
}
