import { indexOf } from '../git/index-stages.ts';
import type { Repository } from '../git/repository.ts';
import { changesBack } from './changes-back.ts';
import type { Entry } from './entry.ts';
import { journalOf, type Numbered, removeEntry, saveEntry } from './journal.ts';
import { putIndexBack } from './put-index-back.ts';
import { recorded } from './recorded-change.ts';
import { rolledBack } from './recover.ts';
import { foldersFor, writeChanges } from './write-changes.ts';

/**
 * Takes a step back, byte for byte. What somebody has changed since then is kept in the journal.
 *
 * @param folder of a project, locked
 * @param step its entry
 * @param repository that of the project, if there is one
 * @throws RoadmapError `refused` when a file was changed meanwhile; everything is as before then
 */
export function stepBack(folder: string, step: Numbered, repository: Repository | undefined): void {
  const { changes, changed } = changesBack(folder, step.entry);
  const number = (journalOf(folder).at(-1)?.number ?? 0) + 1;
  const { conflicts, index } = step.entry;
  const paths = conflicts.map(({ path }) => path);
  const isStaged = repository !== undefined && index !== undefined;
  const entry: Entry = {
    format: 1,
    label: `undo ${step.entry.label}`,
    state: 'writing',
    files: changes.map(recorded),
    folders: [...foldersFor(folder, changes)],
    conflicts,
    ...(isStaged && { index: indexOf(repository, paths) }),
    installs: false,
  };
  saveEntry(folder, { number, entry });
  try {
    writeChanges(folder, changes, step.entry.folders);
    putIndexBack(repository, step.entry);
  } catch (error) {
    rolledBack(folder, { number, entry }, repository);
    throw error;
  }
  saveEntry(folder, { number, entry: { ...entry, state: 'undone' } });
  removeEntry(folder, step.number);
  if (changed.length === 0) removeEntry(folder, number);
}
