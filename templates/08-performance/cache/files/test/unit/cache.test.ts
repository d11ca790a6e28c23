import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/domain/link.ts';
import { createCacheAside } from '../../src/performance/cache-aside.ts';
import { createLinkCache } from '../../src/performance/link-cache.ts';
import type { CacheStore } from '../../src/performance/port.ts';
import { processStore } from '../../src/performance/process-store.ts';
import { aCode, aLink } from '../support/examples.ts';

const now = new Date('2030-01-01T00:00:00Z');
const code = aCode('popular');

/** A store that takes down for how long it is asked to keep something. */
function watchedStore() {
  const store = processStore<Link>();
  const times: number[] = [];
  const keep: typeof store.keep = async (key, lease, kept, time) => {
    times.push(time);
    await store.keep(key, lease, kept, time);
  };
  return { times, store: { ...store, keep } };
}

const cacheIn = (store: CacheStore<Link>, random = 0.5) =>
  createLinkCache({ store, clock: () => now, random: () => random });

describe('a link in the cache', () => {
  it('is asked for again after a failure, of which all who waited are told', async () => {
    const cache = cacheIn(processStore());
    const failing = () => Promise.reject(new Error('the database is down'));
    const ask = () => cache.find(code, failing).catch(() => 'failed');
    expect(await Promise.all(Array.from({ length: 10 }, ask))).toEqual(Array(10).fill('failed'));
    expect(await cache.find(code, async () => aLink('popular'))).toEqual(aLink('popular'));
  });

  it('is what it is now for all who ask after a change, however slow those before them', async () => {
    const cache = cacheIn(processStore());
    const before = aLink('popular', { owner: 'before' });
    const slow = cache.find(code, () => setTimeout(30, before));
    await cache.forget(code);
    const after = aLink('popular', { owner: 'after' });
    expect(await cache.find(code, async () => after)).toBe(after);
    expect(await slow).toBe(before);
    expect(await cache.find(code, async () => before)).toBe(after);
  });

  it.each([
    ['a minute', aLink('popular'), 0.5, 60_000],
    ['less by up to a tenth', aLink('popular'), 0, 54_000],
    ['not beyond its expiry', aLink('popular', { expiresAt: new Date(+now + 1234) }), 0.5, 1234],
    ['ten seconds when it has expired', aLink('popular', { expiresAt: now }), 0.5, 10_000],
    ['ten seconds when it does not exist', undefined, 0.5, 10_000],
  ])('is kept for %s', async (_, link, random, time) => {
    const { store, times } = watchedStore();
    await cacheIn(store, random).find(code, async () => link);
    expect(times).toEqual([time]);
  });
});

it('works without a store that works', async () => {
  const dead: CacheStore<string> = {
    find: async () => ({ lease: undefined }),
    keep: () => Promise.reject(new Error('nothing can be kept')),
    forget: async () => {},
  };
  const cache = createCacheAside({ store: dead, keepFor: () => 1000 });
  expect(await cache.find('key', async () => 'value')).toBe('value');
});
