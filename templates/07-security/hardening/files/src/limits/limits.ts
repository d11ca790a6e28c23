import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits, Policy } from './port.ts';

/** Where it is counted: `name` keeps the policies apart. */
export type Counter = (name: string, policy: Policy) => RateLimiterAbstract;

/** Counts in this process. With several processes, each allows what the policy says. */
const inProcess: Counter = (name, { times, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points: times, duration: seconds });

/**
 * @param policies everything that is limited, as a table
 * @param counter where it is counted, when not in this process
 */
export function createLimits<Name extends string>(
  policies: Readonly<Record<Name, Policy>>,
  counter = inProcess,
): Limits<Name> {
  const counters = new Map<string, RateLimiterAbstract>();
  for (const [name, policy] of Object.entries<Policy>(policies)) {
    counters.set(name, counter(name, policy));
  }
  return {
    async count(name, key) {
      try {
        await counters.get(name)?.consume(key);
        return undefined;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.ceil(refused.msBeforeNext / 1000);
      }
    },
  };
}
