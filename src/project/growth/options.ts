import type { Listener } from '../step.ts';

/** How a project is to grow. */
export interface GrowthOptions {
  /** Whether to install when package.json changes. */
  readonly install: boolean;
  /** Say what would change, and write nothing. */
  readonly dryRun: boolean;
  /** Even where not all of the project is committed. */
  readonly force: boolean;
  /** Commit exactly what changed. */
  readonly commit: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly listener?: Listener | undefined;
}
