import type { JsonConflict } from '../../merge/merge-trees.ts';

/** What could not be merged, for the user to decide. */
export interface Conflict {
  readonly path: string;
  readonly because?: string | undefined;
  /** For JSON: where both sides want something else. The user's value stays until then. */
  readonly values?: readonly JsonConflict[] | undefined;
}
