import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { LinkRepository } from '../links/port.ts';

/** Links in this process: gone when it stops. */
export function memoryLinks(links = new Map<Code, Link>()): LinkRepository {
  return {
    async find(code) {
      return links.get(code);
    },

    async add(link) {
      if (links.has(link.code)) return false;
      links.set(link.code, link);
      return true;
    },
  };
}
