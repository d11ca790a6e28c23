import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Link } from '../../src/domain/link.ts';
import { createCacheAside } from '../../src/performance/cache-aside.ts';
import type { CacheStore } from '../../src/performance/port.ts';
import { aLink } from '../support/examples.ts';

/** What every place that a cache keeps things in must do alike. */
export function cacheStoreContract(store: () => CacheStore<Link>) {
  let keys = 0;
  const aKey = () => `${Date.now()}-${++keys}`;
  const link = aLink('kept', { owner: 'ada', expiresAt: new Date('2031-06-30T23:59:59.999Z') });

  async function leaseFor(key: string) {
    const found = await store().find(key);
    if (!('lease' in found) || !found.lease) throw new Error('There should be a lease.');
    return found.lease;
  }

  it('gives links back as they went in, and that there is none', async () => {
    for (const value of [link, undefined]) {
      const key = aKey();
      await store().keep(key, await leaseFor(key), { value }, 10_000);
      expect(await store().find(key)).toEqual({ kept: { value } });
    }
  });

  it('forgets when it is told to, and may then keep again', async () => {
    const key = aKey();
    await store().keep(key, await leaseFor(key), { value: link }, 10_000);
    await store().forget(key);
    await store().keep(key, await leaseFor(key), { value: undefined }, 10_000);
    expect(await store().find(key)).toEqual({ kept: { value: undefined } });
  });

  it('forgets by itself in time', async () => {
    const key = aKey();
    await store().keep(key, await leaseFor(key), { value: link }, 20);
    await setTimeout(60);
    expect(await store().find(key)).not.toHaveProperty('kept');
  });

  it('does not keep what was loaded before it was forgotten', async () => {
    const key = aKey();
    const slow = await leaseFor(key);
    await store().forget(key);
    await store().keep(key, slow, { value: link }, 10_000);
    const quick = await leaseFor(key);
    await store().keep(key, slow, { value: link }, 10_000);
    await store().keep(key, quick, { value: undefined }, 10_000);
    expect(await store().find(key)).toEqual({ kept: { value: undefined } });
  });

  it.each([
    ['when there is one', link],
    ['when there is none', undefined],
  ])('is filled once by a thousand who want a link at once, %s', async (_, value) => {
    const cache = createCacheAside({ store: store(), keepFor: () => 10_000 });
    const key = aKey();
    let loads = 0;
    const load = async () => {
      loads++;
      await setTimeout(20);
      return value;
    };
    const wanted = Array.from({ length: 1000 }, () => cache.find(key, load));
    expect(new Set(await Promise.all(wanted))).toEqual(new Set([value]));
    expect(await cache.find(key, load)).toEqual(value);
    expect(loads).toBe(1);
  });
}
