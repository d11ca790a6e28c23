import { indexOf, type Staged, stageConflicts } from '../git/index-stages.ts';
import type { Repository } from '../git/repository.ts';
import type { Conflict } from './conflict.ts';
import type { Entry } from './entry.ts';
import { diskFile, type FileChange } from './file-change.ts';
import { journalOf, type Numbered, saveEntry } from './journal.ts';
import { asText, recorded } from './recorded-change.ts';
import { rolledBack } from './recover.ts';
import { foldersFor, writeChanges } from './write-changes.ts';

/** A step of growth, planned. */
export interface Planned {
  readonly label: string;
  readonly changes: readonly FileChange[];
  readonly conflicts: readonly Conflict[];
  /** The versions of what is in conflict, for git's index. */
  readonly staged: readonly Staged[];
  /** The roadmap.json that waits until the conflicts are solved. */
  readonly pending?: string | undefined;
  readonly installs: boolean;
}

/** What package managers write, and what only they write. */
const lockFiles = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/**
 * Takes a step: what was there before is written down first, so that at whatever moment we are
 * killed, the next start finds its way back.
 *
 * @param folder of a project, locked
 * @param planned the step
 * @param repository that of the project, if there is one
 * @returns the entry of the journal
 * @throws RoadmapError `refused` when a file was changed meanwhile; everything is as before then
 */
export function takeStep(
  folder: string,
  planned: Planned,
  repository: Repository | undefined,
): Numbered {
  const { changes, staged } = planned;
  const number = (journalOf(folder).at(-1)?.number ?? 0) + 1;
  const paths = planned.conflicts.map(({ path }) => path);
  const index = repository && staged.length > 0 ? indexOf(repository, paths) : undefined;
  const entry: Entry = {
    format: 1,
    label: planned.label,
    state: 'writing',
    files: [...changes.map(recorded), ...locksIn(folder, changes)],
    folders: [...foldersFor(folder, changes)],
    conflicts: planned.conflicts,
    ...(index !== undefined && { index }),
    ...(planned.pending !== undefined && { pending: planned.pending }),
    installs: planned.installs,
  };
  const state = planned.pending === undefined ? 'done' : 'conflicted';
  const finished = { number, entry: { ...entry, state } as const };
  saveEntry(folder, { number, entry });
  try {
    writeChanges(folder, changes);
    if (repository && index !== undefined) stageConflicts(repository, staged);
    saveEntry(folder, finished);
  } catch (error) {
    rolledBack(folder, { number, entry }, repository);
    throw error;
  }
  return finished;
}

/** What an installation will write can be taken back, too. */
function locksIn(folder: string, changes: readonly FileChange[]): Entry['files'] {
  const own = new Set(changes.map(({ path }) => path));
  return lockFiles
    .filter((path) => !own.has(path))
    .map((path) => {
      const before = diskFile(folder, path);
      return { path, before: before === undefined ? null : asText(before) };
    });
}
