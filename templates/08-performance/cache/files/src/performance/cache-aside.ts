import type { CacheStore } from './port.ts';

export interface CacheAsideOptions<Value> {
  store: CacheStore<Value>;
  /** How long (ms) a value, or that there is none, may be kept. */
  keepFor: (value: Value | undefined) => number;
}

/**
 * A cache beside what it caches: who finds nothing in it loads and keeps. However many want one key
 * at once, it is looked up and loaded once, and all of them get that answer or that failure.
 */
export function createCacheAside<Value>({ store, keepFor }: CacheAsideOptions<Value>) {
  const underWay = new Map<string, Promise<Value | undefined>>();

  async function lookUp(key: string, load: () => Promise<Value | undefined>) {
    const found = await store.find(key);
    if ('kept' in found) return found.kept.value;
    const value = await load();
    if (found.lease) await store.keep(key, found.lease, { value }, keepFor(value));
    return value;
  }

  return {
    find(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
      const joined = underWay.get(key);
      if (joined) return joined;
      const flight = lookUp(key, load).finally(() => {
        // After a change, another one may be under way in its place.
        if (underWay.get(key) === flight) underWay.delete(key);
      });
      underWay.set(key, flight);
      return flight;
    },

    /** Whoever asks from now on gets what is true now. */
    async forget(key: string): Promise<void> {
      underWay.delete(key);
      await store.forget(key);
      // Who joined meanwhile may have been told what was kept before.
      underWay.delete(key);
    },
  };
}
