import type { Logger } from 'pino';
import type { Clock, Link } from '../domain/link.ts';
import { createLinkCache } from './link-cache.ts';
import { linkCodec } from './link-codec.ts';
import { processStore } from './process-store.ts';

export interface CacheOptions {
  /** The Redis to cache in; without it, the cache is in this process. */
  url: string | undefined;
  clock: Clock;
  log: Logger;
}

/**
 * The cache for those who follow links.
 *
 * @throws StartupError when there is a URL and Redis cannot be used there
 */
export async function openCache({ url, clock, log }: CacheOptions) {
  const random = Math.random;
  if (!url) {
    const store = processStore<Link>();
    return { links: createLinkCache({ store, clock, random }), checks: {}, async close() {} };
  }
  const { connectRedis } = await import('./redis-client.ts');
  const { redisStore } = await import('./redis-store.ts');
  const client = await connectRedis(url, log);
  const store = redisStore({ client, prefix: 'link:', codec: linkCodec });
  return {
    links: createLinkCache({ store, clock, random }),
    checks: { cache: () => client.ping() },
    async close() {
      client.disconnect();
    },
  };
}
