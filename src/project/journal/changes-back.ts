import type { Entry } from './entry.ts';
import { type DiskFile, diskFile, type FileChange, hashOf, isSame } from './file-change.ts';

/** How to get back to where a step began. */
export interface Back {
  readonly changes: readonly FileChange[];
  /** Of these, paths that somebody has changed since. */
  readonly changed: readonly string[];
}

/**
 * @param folder of a project
 * @param entry of the journal
 * @returns what has to happen so that every file is as it was before the step
 */
export function changesBack(folder: string, entry: Entry): Back {
  const found = entry.files.map(({ path, before, after }) => {
    const now = diskFile(folder, path);
    const then = before === null ? undefined : fromText(before);
    const isBack = isSame(now, then) && now?.mode === then?.mode;
    return { path, before: now, after: then, isBack, isChanged: !isKnown(now, then, after) };
  });
  const changes = found.filter(({ isBack }) => !isBack).toReversed();
  const changed = changes.filter(({ isChanged }) => isChanged).map(({ path }) => path);
  return { changes, changed };
}

/** Ours before or after the step, or a lock file, which is nobody's work. */
function isKnown(
  now: DiskFile | undefined,
  then: DiskFile | undefined,
  after: string | null | undefined,
): boolean {
  if (after === undefined || isSame(now, then)) return true;
  return after === (now === undefined ? null : hashOf(now.bytes));
}

function fromText({ bytes, mode }: { bytes: string; mode: number }): DiskFile {
  return { bytes: Buffer.from(bytes, 'base64'), mode };
}
