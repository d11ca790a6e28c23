import type { AnswerStore, Claimed } from '../idempotency/port.ts';

export function memoryAnswers(): AnswerStore {
  const kept = new Map<string, Claimed & { at: Date }>();
  return {
    async claim({ key, fingerprint }, now, expired, abandoned) {
      for (const [old, { at, answer }] of kept) {
        if (at < expired || (!answer && at < abandoned)) kept.delete(old);
      }
      const claimed = kept.get(key);
      if (!claimed) kept.set(key, { fingerprint, answer: null, at: now });
      return claimed;
    },

    async keep(key, answer) {
      const claimed = kept.get(key);
      if (claimed) kept.set(key, { ...claimed, answer });
    },

    async release(key) {
      kept.delete(key);
    },
  };
}
