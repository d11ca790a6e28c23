import type { FileMerge } from './file-merge.ts';
import { mergeFile } from './merge-file.ts';
import { renamesIn } from './renames.ts';
import type { OwnFile, TreesToMerge } from './trees-to-merge.ts';

export type { FileMerge, JsonConflict, Outcome } from './file-merge.ts';
export type { OwnFile, TreesToMerge } from './trees-to-merge.ts';

/**
 * @param trees base, ours and theirs
 * @returns what becomes of every path of base and theirs, and of what the user renamed, by path
 */
export function mergeTrees(trees: TreesToMerge): readonly FileMerge[] {
  const { base, ours, theirs, label, restore } = trees;
  const renames = renamesIn(trees);
  const renamed = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const paths = new Set([...base.keys(), ...theirs.keys()].filter((path) => !renamed.has(path)));
  const plain = [...paths].map((path) =>
    mergeFile({
      path,
      label,
      base: base.get(path),
      ours: ours.get(path),
      theirs: theirs.get(path),
      isWanted: restore?.has(path) ?? false,
    }),
  );
  const carried = renames.flatMap(({ from, to, by }) => {
    const path = ours.has(to) ? to : from;
    const file = mergeFile({
      path: to,
      label,
      base: base.get(from),
      ours: ours.get(path),
      theirs: theirs.get(by === 'user' ? from : to),
      isWanted: restore?.has(from) || restore?.has(to) || false,
    });
    return [{ path: from, ...leaving(to, ours.has(from)) }, arriving(file, ours.get(from))];
  });
  return [...plain, ...carried]
    .map(withMigration)
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The database knows by its name what was applied, in whatever format it is. */
function withMigration(file: FileMerge): FileMerge {
  const { path, outcome } = file;
  if (outcome !== 'deleted' || !path.startsWith('migrations/')) return file;
  return { path, outcome: 'kept', because: 'A migration stays: it may have been applied.' };
}

/** What becomes of the old path. */
function leaving(to: string, isThere: boolean): Omit<FileMerge, 'path'> {
  if (isThere) return { outcome: 'deleted', because: `It is ${to} now.` };
  return { outcome: 'absent', because: `It is ${to} now.` };
}

/** At the new path there is nothing yet, so even what stays as it is must be written. */
function arriving(file: FileMerge, own: OwnFile | undefined): FileMerge {
  if (own === undefined || file.bytes !== undefined) return file;
  const { bytes, executable = false } = own;
  const outcome = file.outcome === 'kept' ? 'created' : file.outcome;
  return { ...file, outcome, bytes, ...(executable ? { executable } : {}) };
}
