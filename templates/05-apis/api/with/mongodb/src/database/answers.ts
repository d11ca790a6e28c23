import type { AnswerStore, Claimed } from '../idempotency/port.ts';
import type { Executor } from './executor.ts';
import { isNew } from './is-new.ts';

/** An answer under its key. */
type AnswerDocument = Claimed & { readonly _id: string; readonly claimedAt: Date };

export function databaseAnswers({ db, options, write }: Executor): AnswerStore {
  const answers = db.collection<AnswerDocument>('answers');
  const done = async () => {};
  return {
    async claim({ key, fingerprint }, now, expired, abandoned) {
      const givenUp = { answer: null, claimedAt: { $lt: abandoned } };
      const old = { $or: [{ claimedAt: { $lt: expired } }, givenUp] };
      const document = { _id: key, fingerprint, answer: null, claimedAt: now };
      const take = async () => {
        await answers.deleteMany(old, options);
        return isNew(answers.insertOne(document, options));
      };
      if (await write(take, async () => false)) return undefined;
      // Released between the two operations: whoever asks again will get it.
      return (await answers.findOne({ _id: key }, options)) ?? { fingerprint, answer: null };
    },

    async keep(key, answer) {
      await write(async () => {
        await answers.updateOne({ _id: key }, { $set: { answer } }, options);
      }, done);
    },

    async release(key) {
      await write(async () => {
        await answers.deleteOne({ _id: key }, options);
      }, done);
    },
  };
}
