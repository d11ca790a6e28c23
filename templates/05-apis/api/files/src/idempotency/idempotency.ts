import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { AnswerStore, Begun, Claimed, Idempotency } from './port.ts';

export interface IdempotencyOptions {
  answers: AnswerStore;
  clock: () => Date;
}

/** Times in ms. */
const KEPT = 24 * 60 * 60 * 1000;
/** Longer than any request may take: who has not answered by then never will. */
const ABANDONED = 60_000;
/** How long a second request waits for the answer to the first, and how often it looks. */
const PATIENCE = 10_000;
const INTERVAL = 50;

/** Lets a request that is sent twice take effect once, and gets it the same answer. */
export function createIdempotency({ answers, clock }: IdempotencyOptions): Idempotency {
  const before = (time: number) => new Date(clock().getTime() - time);

  return {
    async begin(scope, name, body) {
      const key = `${scope} ${name}`;
      const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('base64');
      const claim = () =>
        answers.claim({ key, fingerprint }, clock(), before(KEPT), before(ABANDONED));

      let claimed = await claim();
      for (const until = Date.now() + PATIENCE; isUnanswered(claimed, fingerprint); ) {
        if (Date.now() > until) return { kind: 'busy' };
        await setTimeout(INTERVAL);
        claimed = await claim();
      }
      return claimed ? repeated(claimed, fingerprint) : first(answers, key);
    },
  };
}

function isUnanswered(claimed: Claimed | undefined, fingerprint: string): boolean {
  return claimed?.fingerprint === fingerprint && claimed.answer === null;
}

function repeated({ fingerprint, answer }: Claimed, wanted: string): Begun {
  if (fingerprint !== wanted || !answer) return { kind: 'other-request' };
  return { kind: 'again', answer };
}

function first(answers: AnswerStore, key: string): Begun {
  return {
    kind: 'first',
    /** A failure on our side, or a limit, is no answer: the next try may fare better. */
    finish: (answer) =>
      answer.status >= 500 || answer.status === 429
        ? answers.release(key)
        : answers.keep(key, answer),
  };
}
