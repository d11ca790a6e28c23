import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { LinkRepository } from '../links/port.ts';

/** Links in this process: gone when it stops. */
export function memoryLinks(links = new Map<Code, Link>()): LinkRepository {
  return {
    find: async (code) => links.get(code),

    async add(link) {
      const isNew = !links.has(link.code);
      if (isNew) links.set(link.code, link);
      return isNew;
    },
  };
}
