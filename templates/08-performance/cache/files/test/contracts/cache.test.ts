import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Link } from '../../src/domain/link.ts';
import { createLog } from '../../src/log.ts';
import { linkCodec } from '../../src/performance/link-codec.ts';
import type { CacheStore } from '../../src/performance/port.ts';
import { processStore } from '../../src/performance/process-store.ts';
import { connectRedis } from '../../src/performance/redis-client.ts';
import { redisStore } from '../../src/performance/redis-store.ts';
import { cacheStoreContract } from './cache-store.ts';

describe('a cache in this process', () => {
  const store = processStore<Link>();
  cacheStoreContract(() => store);

  it('drops what was unused for longest when it is full', async () => {
    const small = processStore<Link>(2);
    for (const key of ['one', 'two', 'three']) {
      const found = await small.find(key);
      if ('lease' in found && found.lease)
        await small.keep(key, found.lease, { value: undefined }, 1e4);
    }
    expect(await small.find('three')).toHaveProperty('kept');
    expect(await small.find('one')).not.toHaveProperty('kept');
  });
});

const url = process.env.REDIS_URL;
const log = createLog({ logLevel: 'silent', production: false });

it('a Redis that cannot be used from the start is said, without its password', async () => {
  const connected = connectRedis('redis://:hunter2@127.0.0.1:1', log);
  await expect(connected).rejects.toThrow(/REDIS_URL .*ECONNREFUSED/);
  await expect(connected).rejects.not.toThrow('hunter2');
});

describe.skipIf(!url)('a cache in Redis', () => {
  const prefix = 'test:';
  let client: Awaited<ReturnType<typeof connectRedis>>;
  let store: CacheStore<Link>;
  beforeAll(async () => {
    client = await connectRedis(url ?? '', log);
    store = redisStore({ client, prefix, codec: linkCodec });
  });
  afterAll(() => client.disconnect());
  cacheStoreContract(() => store);

  it('does not believe what is no link', async () => {
    for (const text of ['{', '{"code":"api"}', '{"__proto__":{}}']) {
      await client.set(`${prefix}odd`, text, 'PX', 1000);
      expect(await store.find('odd')).toEqual({ lease: undefined });
    }
  });
});
