import { restoreIndex, unmergedAmong } from '../git/index-stages.ts';
import type { Repository } from '../git/repository.ts';
import type { Entry } from './entry.ts';
import { diskFile, hashOf } from './file-change.ts';
import { type Numbered, saveEntry } from './journal.ts';
import { recorded } from './recorded-change.ts';
import { writeChanges } from './write-changes.ts';

/**
 * Finishes a step whose conflicts are solved. Once begun, it is finished whatever happens.
 *
 * @param folder of a project, locked
 * @param step its entry
 * @param repository that of the project, if there is one
 */
export function finishStep(
  folder: string,
  step: Numbered,
  repository: Repository | undefined,
): void {
  const begun = step.entry.state === 'finishing' ? step : beginning(folder, step);
  const { entry, number } = begun;
  const before = diskFile(folder, 'roadmap.json');
  const after = { bytes: Buffer.from(entry.pending ?? ''), mode: before?.mode ?? 0o644 };
  writeChanges(folder, [{ path: 'roadmap.json', before, after }]);
  if (repository && entry.index !== undefined) {
    const paths = entry.conflicts.map(({ path }) => path);
    restoreIndex(repository, unmergedAmong(repository, paths), entry.index);
  }
  saveEntry(folder, { number, entry: { ...entry, state: 'done' } });
}

/** Solving the conflicts was part of the step: that is what undo takes back. */
function beginning(folder: string, { number, entry }: Numbered): Numbered {
  const before = diskFile(folder, 'roadmap.json');
  const after = { bytes: Buffer.from(entry.pending ?? ''), mode: before?.mode ?? 0o644 };
  const files = entry.files.map((file): Entry['files'][number] => {
    if (file.after === undefined) return file;
    const now = diskFile(folder, file.path);
    return { ...file, after: now === undefined ? null : hashOf(now.bytes) };
  });
  const record = recorded({ path: 'roadmap.json', before, after });
  const begun: Entry = { ...entry, files: [...files, record], state: 'finishing' };
  saveEntry(folder, { number, entry: begun });
  return { number, entry: begun };
}
