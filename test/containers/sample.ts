import { sampleWith } from '../samples/samples.ts';

/** One for all of the suite: what is built for one test is there for the next. */
export const sample = sampleWith(
  ...['docker', 'github-actions', 'postgres', 'api', 'auth', 'cache', 'web', 'hardening'],
);
