import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { customType, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import type { AnswerStore, KeptAnswer } from '../idempotency/port.ts';
import type { Executor } from './executor.ts';
import { isNew } from './is-new.ts';
import { moment } from './schema.ts';

/** JSON as text, so that every server gives it back as it was. */
const keptAnswer = customType<{ data: KeptAnswer; driverData: string }>({
  dataType: () => 'longtext',
  toDriver: (answer) => JSON.stringify(answer),
  fromDriver: (text) => JSON.parse(text),
});

const answers = mysqlTable('answers', {
  key: varchar('key', { length: 512 }).primaryKey(),
  fingerprint: varchar('fingerprint', { length: 255 }).notNull(),
  answer: keptAnswer('answer'),
  claimedAt: moment('claimed_at').notNull(),
});

export function databaseAnswers(executor: Executor): AnswerStore {
  return {
    async claim(claim, now, expired, abandoned) {
      const givenUp = and(isNull(answers.answer), lt(answers.claimedAt, abandoned));
      await executor.delete(answers).where(or(lt(answers.claimedAt, expired), givenUp));
      const taken = await isNew(executor.insert(answers).values({ ...claim, claimedAt: now }));
      if (taken) return undefined;
      const [claimed] = await executor.select().from(answers).where(eq(answers.key, claim.key));
      // Released between the two statements: whoever asks again will get it.
      return claimed ?? { fingerprint: claim.fingerprint, answer: null };
    },

    async keep(key, answer) {
      await executor.update(answers).set({ answer }).where(eq(answers.key, key));
    },

    async release(key) {
      await executor.delete(answers).where(eq(answers.key, key));
    },
  };
}
