import type { Code } from '../domain/code.ts';
import { type Clock, isExpired, type Link } from '../domain/link.ts';
import type { LinkRepository } from '../links/port.ts';
import { createCacheAside } from './cache-aside.ts';
import type { CacheStore } from './port.ts';

/** How long (ms) a link is kept, give or take a tenth: they should not all expire at once. */
const LINK = 60_000;

/** How long (ms) is kept that there is no link: who guesses codes does not reach the database. */
const NO_LINK = 10_000;

export interface LinkCacheOptions {
  store: CacheStore<Link>;
  clock: Clock;
  /** From 0 up to, not including, 1. */
  random: () => number;
}

export function createLinkCache({ store, clock, random }: LinkCacheOptions) {
  const cache = createCacheAside<Link>({
    store,
    keepFor(link) {
      const now = clock();
      if (!link || isExpired(link, now)) return NO_LINK;
      const time = LINK * (0.9 + 0.2 * random());
      return link.expiresAt ? Math.min(time, link.expiresAt.getTime() - now.getTime()) : time;
    },
  });
  return {
    find: (code: Code, load: LinkRepository['find']) => cache.find(code, () => load(code)),
    forget: (code: Code) => cache.forget(code),
  };
}
