import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { CacheStore, Codec, Kept } from './port.ts';

/** How long (ms) loading may take. */
const PATIENCE = 10_000;

/** After a failure, Redis is left alone so long (ms): one that hangs must not slow everything. */
const REST = 1_000;

/** What could not be forgotten is remembered so long (ms), longer than anything is kept. */
const MEMORY = { max: 10_000, ttl: 10 * 60_000 };

/** Compare and set in one step: a process that forgets meanwhile must win. */
const KEEP = `if redis.call('get', KEYS[1]) == ARGV[1] then
  redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3])
end`;

const LEASE = 'lease ';
const NOTHING = 'nothing';

export interface RedisStoreOptions<Value> {
  client: Redis;
  /** What the names of all keys begin with. */
  prefix: string;
  codec: Codec<Value>;
}

/** Keeps things in Redis, where all processes see them. */
export function redisStore<Value>(options: RedisStoreOptions<Value>): CacheStore<Value> {
  const { client, prefix, codec } = options;
  const unforgotten = new LRUCache<string, object>(MEMORY);
  let restUntil = 0;

  /** @returns undefined when Redis cannot be used */
  async function ask<T>(command: () => Promise<T>): Promise<T | undefined> {
    if (Date.now() < restUntil) return undefined;
    try {
      const late = [...unforgotten.entries()];
      if (late.length > 0) await client.del(late.map(([key]) => key));
      for (const [key, once] of late) if (unforgotten.peek(key) === once) unforgotten.delete(key);
      return await command();
    } catch {
      restUntil = Date.now() + REST;
      return undefined;
    }
  }

  async function lookUp(key: string) {
    const text = await client.get(key);
    if (text === null) {
      const lease = LEASE + randomUUID();
      const mine = await client.set(key, lease, 'PX', PATIENCE, 'NX');
      return { lease: mine ? lease : undefined };
    }
    const kept = text.startsWith(LEASE) ? undefined : decoded(text, codec);
    return kept ? { kept } : { lease: undefined };
  }

  return {
    async find(key) {
      return (await ask(() => lookUp(prefix + key))) ?? { lease: undefined };
    },

    async keep(key, lease, { value }, time) {
      const text = value === undefined ? NOTHING : codec.encode(value);
      await ask(() => client.eval(KEEP, 1, prefix + key, lease, text, Math.ceil(time)));
    },

    async forget(key) {
      unforgotten.set(prefix + key, {});
      await ask(async () => {});
    },
  };
}

function decoded<Value>(text: string, codec: Codec<Value>): Kept<Value> | undefined {
  if (text === NOTHING) return { value: undefined };
  const value = codec.decode(text);
  return value === undefined ? undefined : { value };
}
