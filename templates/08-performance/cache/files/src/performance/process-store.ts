import { LRUCache } from 'lru-cache';
import type { CacheStore, Kept, Lease } from './port.ts';

/** So many keys, of links at most 2 KB each, are kept; the one unused for longest goes first. */
const CAPACITY = 10_000;

/** How long (ms) loading may take. */
const PATIENCE = 10_000;

type Entry<Value> = { readonly kept: Kept<Value> } | { readonly lease: Lease };

/** Keeps things in this process. Other processes do not see it, nor what is forgotten here. */
export function processStore<Value>(capacity = CAPACITY): CacheStore<Value> {
  const entries = new LRUCache<string, Entry<Value>>({ max: capacity });
  let leases = 0;
  return {
    async find(key) {
      const entry = entries.get(key);
      if (entry && 'kept' in entry) return entry;
      const lease = String(++leases);
      entries.set(key, { lease }, { ttl: PATIENCE });
      return { lease };
    },

    async keep(key, lease, kept, time) {
      const entry = entries.peek(key);
      if (entry && 'lease' in entry && entry.lease === lease) {
        entries.set(key, { kept }, { ttl: Math.ceil(time) });
      }
    },

    async forget(key) {
      entries.delete(key);
    },
  };
}
