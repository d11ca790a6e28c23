import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AnswerStore, KeptAnswer } from '../idempotency/port.ts';
import type { Executor } from './executor.ts';
import { moment } from './schema.ts';

const answers = pgTable('answers', {
  key: text('key').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  answer: jsonb('answer').$type<KeptAnswer>(),
  claimedAt: moment('claimed_at').notNull(),
});

export function databaseAnswers(executor: Executor): AnswerStore {
  return {
    async claim(claim, now, expired, abandoned) {
      const givenUp = and(isNull(answers.answer), lt(answers.claimedAt, abandoned));
      await executor.delete(answers).where(or(lt(answers.claimedAt, expired), givenUp));
      const taken = await executor
        .insert(answers)
        .values({ ...claim, claimedAt: now })
        .onConflictDoNothing()
        .returning();
      if (taken.length > 0) return undefined;
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
