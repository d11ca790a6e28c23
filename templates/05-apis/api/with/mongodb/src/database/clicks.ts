import type { ClickLog } from '../catalogue/port.ts';
import type { Code } from '../domain/code.ts';
import type { Executor } from './executor.ts';

/** One counter for each link and day, instead of a document for each click. */
interface DayDocument {
  readonly _id: string;
  readonly code: Code;
  /** In UTC, as YYYY-MM-DD. */
  readonly day: string;
  readonly clicks: number;
}

export function databaseClicks({ db, options, write }: Executor): ClickLog {
  const days = db.collection<DayDocument>('clicks');
  const done = async () => {};
  return {
    async add(added) {
      const counts = new Map<string, DayDocument>();
      for (const { code, at } of added) {
        const day = at.toISOString().slice(0, 10);
        const _id = `${code} ${day}`;
        counts.set(_id, { _id, code, day, clicks: (counts.get(_id)?.clicks ?? 0) + 1 });
      }
      const updates = [...counts.values()].map(({ _id, clicks, ...start }) => ({
        updateOne: {
          filter: { _id },
          update: { $inc: { clicks }, $setOnInsert: start },
          upsert: true,
        },
      }));
      await write(async () => {
        await days.bulkWrite(updates, options);
      }, done);
    },

    async total(code) {
      const counts = await days.find({ code }, options).toArray();
      return counts.reduce((sum, { clicks }) => sum + clicks, 0);
    },

    async perDay(code, since) {
      const from = since.toISOString().slice(0, 10);
      const counts = await days.find({ code, day: { $gte: from } }, options).toArray();
      return new Map(counts.map(({ day, clicks }) => [day, clicks]));
    },

    async forget(code) {
      await write(async () => {
        await days.deleteMany({ code }, options);
      }, done);
    },
  };
}
