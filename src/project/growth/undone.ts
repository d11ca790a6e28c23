import type { Outcome } from '../../merge/merge-trees.ts';

/** A file that is as it was again, or would be. */
export interface FileBack {
  readonly path: string;
  readonly outcome: Extract<Outcome, 'created' | 'updated' | 'deleted'>;
  /** Somebody has changed it since the step. */
  readonly changed: boolean;
  /** How its contents change, as a patch; only when nothing is written. */
  readonly diff?: string;
}

/** What became of a project: the object that `--json` prints for undo and abort. */
export interface Undone {
  readonly project: { readonly name: string; readonly dir: string };
  /** What was taken back, e.g. `add auth`. */
  readonly label: string;
  /** Whether anything was written. */
  readonly written: boolean;
  readonly files: readonly FileBack[];
  /** What remains for the user, in order. */
  readonly next: readonly string[];
}
