import type { Repository } from '../git/repository.ts';
import { type Back, changesBack } from './changes-back.ts';
import { journalOf, type Numbered, removeEntry, tidyNotebook } from './journal.ts';
import { putIndexBack } from './put-index-back.ts';
import { writeChanges } from './write-changes.ts';

/** What became of a step that was interrupted. */
export interface Recovered {
  readonly label: string;
  /** Whether the way forward was the shorter one. */
  readonly finished: boolean;
  /** Files that somebody changed since then: they stay as they are. */
  readonly left: readonly string[];
}

/**
 * @param folder of a project
 * @returns the step that was begun and never ended, if there is one
 */
export function interruptedIn(folder: string): Numbered | undefined {
  const unfinished = ['writing', 'finishing'];
  return journalOf(folder).find(({ entry }) => unfinished.includes(entry.state));
}

/**
 * Takes back what was written of a step.
 *
 * @param folder of a project, locked
 * @param numbered its entry
 * @param repository that of the project, if there is one
 * @returns what became of it
 */
export function rolledBack(
  folder: string,
  { number, entry }: Numbered,
  repository: Repository | undefined,
): Recovered {
  const { changes, changed: left }: Back = changesBack(folder, entry);
  writeChanges(
    folder,
    changes.filter(({ path }) => !left.includes(path)),
    entry.folders,
  );
  putIndexBack(repository, entry);
  removeEntry(folder, number);
  tidyNotebook(folder);
  return { label: entry.label, finished: false, left };
}
