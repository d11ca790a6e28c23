import { type FileMerge, mergeTrees, type OwnFile } from '../../merge/merge-trees.ts';
import type { Tree } from '../../render/tree.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { ignoredIn } from '../git/repository.ts';
import { diskFile, type FileChange } from '../journal/file-change.ts';
import { isInside } from '../journal/inside.ts';
import type { Planned } from '../journal/take-step.ts';
import { candidates, ownFiles } from './own-files.ts';
import type { Project } from './project.ts';

/** What is wanted of a project, as trees. */
export interface Wanted {
  readonly label: string;
  /** Without roadmap.json. */
  readonly base: Tree;
  /** With its roadmap.json. */
  readonly theirs: Tree;
  readonly moved?: ReadonlyMap<string, string>;
  /** Deleted paths that the owner wants back. */
  readonly restore?: readonly string[];
}

/** What would become of a project, before anything is written. */
export interface Plan extends Planned {
  /** What becomes of every path of the two trees. */
  readonly files: readonly FileMerge[];
  /** The new roadmap.json too, whether it has to wait or not. */
  readonly allChanges: readonly FileChange[];
}

/**
 * @param project on the disk
 * @param wanted what is wanted of it
 * @returns what would become of it; nothing is written
 * @throws RoadmapError `impossible` when a path that is to be restored is none of the project's
 */
export function planOf(project: Project, wanted: Wanted): Plan {
  const { folder } = project;
  const { base, label, restore = [] } = wanted;
  const theirs = new Map([...wanted.theirs].filter(([path]) => path !== 'roadmap.json'));
  checkRestored(restore, theirs);
  const ours = oursOf(project, base, theirs);
  const merged = mergeTrees({
    ...{ base, ours, theirs, label },
    ...(wanted.moved && { moved: wanted.moved }),
    restore: new Set(restore),
  });
  const files = sparing(project, merged, ours);
  const record = change(folder, {
    path: 'roadmap.json',
    outcome: 'updated',
    bytes: Buffer.from(wanted.theirs.get('roadmap.json')?.contents ?? ''),
  });
  const changes = files.map((file) => change(folder, file)).filter(isReal);
  const conflicts = files.flatMap(({ path, outcome, because, conflict }) => {
    if (outcome !== 'conflicted') return [];
    const values = conflict?.values;
    return [{ path, ...(because && { because }), ...(values && { values }) }];
  });
  const [before, after] = [base.get('package.json'), theirs.get('package.json')];
  const allChanges = [...changes, record].filter(isReal);
  return {
    label,
    files,
    conflicts,
    allChanges,
    changes: conflicts.length > 0 ? changes : allChanges,
    staged: files.flatMap(({ path, conflict, executable = false }) => {
      return conflict ? [{ path, executable, ...conflict }] : [];
    }),
    pending: conflicts.length > 0 ? wanted.theirs.get('roadmap.json')?.contents : undefined,
    installs: before?.contents !== after?.contents,
  };
}

/** With candidates for where something went, only when something is gone. */
function oursOf(project: Project, base: Tree, theirs: Tree): Map<string, OwnFile> {
  const { folder, repository } = project;
  const paths = new Set([...base.keys(), ...theirs.keys()]);
  const ours = ownFiles(folder, paths);
  if ([...base.keys()].every((path) => ours.has(path))) return ours;
  const more = candidates(folder, repository).filter((path) => !paths.has(path));
  return new Map([...ours, ...ownFiles(folder, more)]);
}

/** What git ignores or is no file stays, whatever the merge would do. */
function sparing(
  { repository }: Project,
  merged: readonly FileMerge[],
  ours: ReadonlyMap<string, OwnFile>,
): readonly FileMerge[] {
  const touched = merged.filter(({ path, outcome, bytes, executable }) => {
    const isTouched = outcome === 'deleted' || bytes !== undefined || executable !== undefined;
    return isTouched && ours.has(path);
  });
  const paths = touched.map(({ path }) => path);
  const ignored = repository ? ignoredIn(repository, paths) : new Set();
  return merged.map((file) => {
    const { path, outcome } = file;
    if (ignored.has(path)) {
      return { path, outcome: 'kept', because: 'git ignores it, so it is left alone.' };
    }
    if (outcome !== 'kept' || file.because === undefined) return file;
    if (ours.get(path)?.kind === 'symlink') {
      return { path, outcome, because: 'A symbolic link leads there, so it is left alone.' };
    }
    if (ours.get(path)?.kind === 'other') {
      return { path, outcome, because: 'Something that is no file stands there and stays.' };
    }
    return file;
  });
}

function change(folder: string, { path, outcome, bytes, executable }: FileMerge): FileChange {
  if (!isInside(path)) throw new Error(`${path} leads out of the project`);
  const before = diskFile(folder, path);
  if (outcome === 'deleted') return { path, before, after: undefined };
  if (bytes === undefined && executable === undefined) return { path, before, after: before };
  const mode = modeOf(before?.mode, executable);
  return { path, before, after: { bytes: bytes ?? before?.bytes ?? new Uint8Array(), mode } };
}

/** The owner's permissions stay, but for being executable. */
function modeOf(before: number | undefined, executable: boolean | undefined): number {
  if (before === undefined) return (executable ? 0o777 : 0o666) & ~process.umask();
  if (executable === undefined) return before;
  return executable ? before | ((before & 0o444) >> 2) : before & ~0o111;
}

function isReal({ before, after }: FileChange): boolean {
  if (before === undefined || after === undefined) return before !== after;
  return before.mode !== after.mode || Buffer.compare(before.bytes, after.bytes) !== 0;
}

function checkRestored(restore: readonly string[], theirs: Tree): void {
  const unknown = restore.find((path) => !theirs.has(path));
  if (unknown === undefined) return;
  throw new RoadmapError(
    'impossible',
    `${unknown} is no file that the project would have.`,
    'Give --restore the path of a file that you deleted, as status lists it.',
  );
}
