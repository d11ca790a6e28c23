import { changesBack } from '../journal/changes-back.ts';
import type { Numbered } from '../journal/journal.ts';
import { patchOf } from './patch.ts';
import type { Project } from './project.ts';
import type { FileBack, Undone } from './undone.ts';

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
    // With conflicts, nothing was installed yet.
    next: step.entry.installs && step.entry.state === 'done' ? [`${packageManager} install`] : [],
  };
}
