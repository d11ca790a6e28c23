import type { Outcome } from '../../merge/merge-trees.ts';
import { changesBack } from '../journal/changes-back.ts';
import type { Numbered } from '../journal/journal.ts';
import { patchOf } from './patch.ts';
import type { Project } from './project.ts';

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

/**
 * @param project on the disk, before the step is taken back
 * @param step the step
 * @param written whether it will be
 * @returns the account of it
 */
export function undoneOf({ folder, recorded }: Project, step: Numbered, written: boolean): Undone {
  const { changes, changed } = changesBack(folder, step.entry);
  const { name, packageManager } = recorded.answers;
  const files = changes.map((change): FileBack => {
    const { path, before, after } = change;
    const outcome = after ? (before ? 'updated' : 'created') : 'deleted';
    const diff = written ? {} : { diff: patchOf(change) };
    return { path, outcome, changed: changed.includes(path), ...diff };
  });
  return {
    project: { name, dir: folder },
    label: step.entry.label,
    written,
    files: files.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    next: step.entry.installs ? [`${packageManager} install`] : [],
  };
}
