import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/**
 * Times in ms. Nothing waits for a connection that is not there: a cache that must be waited for is
 * none.
 */
const OPTIONS = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 2_000,
  commandTimeout: 250,
  retryStrategy: (times: number) => Math.min(times * 100, 2_000),
};

/**
 * Connects, and connects again whenever the connection breaks. Resolves also when nothing answers,
 * and says so, once for every time that it is lost. The URL, with its password, is never repeated.
 */
export async function connectRedis(url: string, log: Logger): Promise<Redis> {
  const client = new Redis(url, OPTIONS);
  let lost = false;
  const lose = (reason: string) => {
    const message = 'Redis at REDIS_URL cannot be used: nothing is cached until it answers';
    if (!lost) log.warn({ reason }, message);
    lost = true;
  };
  client.on('error', (error: NodeJS.ErrnoException) => lose(error.code ?? error.message));
  client.on('ready', () => {
    if (lost) log.info('Redis at REDIS_URL answers: links are cached again');
    lost = false;
  });
  await client.connect().catch(() => {});
  return client;
}
