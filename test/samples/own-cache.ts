import { changedUrl } from './server-database.ts';

const { REDIS_URL: server, VITEST_POOL_ID: number = '1' } = process.env;

/** Whether there is a Redis to try things on. */
export const hasRedis = server !== undefined;

/**
 * @returns the address of a database of the Redis that REDIS_URL names, which no test beside this
 *   one uses
 * @throws when REDIS_URL is not set
 */
export function ownCache(): string {
  if (server === undefined) throw new Error('REDIS_URL is not set.');
  return changedUrl(server, (url) => {
    url.pathname = `/${number}`;
  });
}
