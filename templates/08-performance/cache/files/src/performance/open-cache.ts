import type { Logger } from 'pino';
import type { Code } from '../domain/code.ts';
import type { Clock, Link } from '../domain/link.ts';
import type { LinkRepository } from '../links/port.ts';
import { createLinkCache } from './link-cache.ts';
import { linkCodec } from './link-codec.ts';
import type { CacheStore } from './port.ts';
import { processStore } from './process-store.ts';

export interface CacheOptions {
  /** The Redis to cache in; without it, the cache is in this process. */
  url: string | undefined;
  /** Where links are that are not in the cache. */
  load: LinkRepository['find'];
  clock: Clock;
  log: Logger;
}

/**
 * The cache for those who follow links.
 *
 * @throws StartupError when there is a URL and Redis cannot be used there
 */
export async function openCache({ url, load, clock, log }: CacheOptions) {
  const cacheIn = (store: CacheStore<Link>) => {
    const { find, forget } = createLinkCache({ store, clock, random: Math.random });
    return { find: (code: Code) => find(code, load), forget };
  };
  if (!url) return { ...cacheIn(processStore()), checks: {}, async close() {} };
  const { connectRedis } = await import('./redis-client.ts');
  const { redisStore } = await import('./redis-store.ts');
  const client = await connectRedis(url, log);
  const store = redisStore({ client, prefix: 'link:', codec: linkCodec });
  return {
    ...cacheIn(store),
    checks: { cache: () => client.ping() },
    async close() {
      client.disconnect();
    },
  };
}
