import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { StartupError } from '../startup-error.ts';

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

const WAY_OUT = 'Start it, mend the URL, or leave it out to cache in this process.';

/**
 * Connects, and from then on again whenever the connection breaks; that is said once each time. The
 * URL, with its password, is never repeated.
 *
 * @throws StartupError when Redis cannot be used from the start: then it is the URL that is wrong
 */
export async function connectRedis(url: string, log: Logger): Promise<Redis> {
  const client = new Redis(url, OPTIONS);
  let lost: string | undefined;
  let started = false;
  client.on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code ?? error.message;
    const message = 'Redis at REDIS_URL cannot be used: nothing is cached until it answers';
    if (started && !lost) log.warn({ reason }, message);
    lost ??= reason;
  });
  client.on('ready', () => {
    if (started && lost) log.info('Redis at REDIS_URL answers: links are cached again');
    if (started) lost = undefined;
  });
  await client.connect().catch(() => {});
  if (lost) {
    client.disconnect();
    throw new StartupError(`Redis at REDIS_URL cannot be used (${lost}). ${WAY_OUT}`);
  }
  started = true;
  return client;
}
