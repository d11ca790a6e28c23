import type { ClickLog } from '../catalogue/port.ts';
import type { Code } from '../domain/code.ts';

/** Code → UTC day → clicks. */
export type ClickCounts = Map<Code, ReadonlyMap<string, number>>;

export function memoryClicks(counts: ClickCounts): ClickLog {
  const daysOf = (code: Code) => counts.get(code) ?? new Map<string, number>();
  return {
    async add(clicks) {
      for (const { code, at } of clicks) {
        const days = new Map(daysOf(code));
        const day = at.toISOString().slice(0, 10);
        counts.set(code, days.set(day, (days.get(day) ?? 0) + 1));
      }
    },

    async total(code) {
      return [...daysOf(code).values()].reduce((sum, clicks) => sum + clicks, 0);
    },

    async perDay(code, since) {
      const first = since.toISOString().slice(0, 10);
      return new Map([...daysOf(code)].filter(([day]) => day >= first));
    },

    async forget(code) {
      counts.delete(code);
    },
  };
}
