import { createHash } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be tried, and in how many seconds. */
export interface AttemptsPolicy {
  readonly times: number;
  readonly seconds: number;
}

/** Where it is counted: `name` keeps one kind of attempts apart from others. */
export type AttemptCounter = (name: string, policy: AttemptsPolicy) => RateLimiterAbstract;

/** Counts in this process. With several processes, each allows what the policy says. */
export const inThisProcess: AttemptCounter = (name, { times, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds });

export function createAttempts(counter: RateLimiterAbstract) {
  return {
    /** Counted beforehand, so that many at once gain nothing. @returns seconds to wait, if any */
    async count(who: string): Promise<number | undefined> {
      try {
        await counter.consume(keyOf(who));
        return undefined;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.ceil(refused.msBeforeNext / 1000);
      }
    },

    async forget(who: string): Promise<void> {
      await counter.delete(keyOf(who));
    },
  };
}

/** Wherever it is counted, no e-mail address is left there. */
const keyOf = (who: string) => createHash('sha256').update(who).digest('base64url');
