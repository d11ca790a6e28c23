import { parse } from 'yaml';
import { z } from 'zod';

const contract = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      env: z.record(z.string(), z.string()).default({}),
      steps: z.array(z.object({ run: z.string().optional() })),
    }),
  ),
});

/** A job of a workflow, as far as a shell can run it. */
export interface ShellJob {
  readonly name: string;
  /** The variables that the job sets. */
  readonly variables: Readonly<Record<string, string>>;
  /** Its `run:` steps, in order. */
  readonly scripts: readonly string[];
}

/**
 * @param workflow the text of a GitHub workflow
 * @returns its jobs; what actions do (`uses:`) is left out
 */
export function shellJobs(workflow: string): readonly ShellJob[] {
  return Object.entries(contract.parse(parse(workflow)).jobs).map(([name, { env, steps }]) => ({
    name,
    variables: env,
    scripts: steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  }));
}
