import {
  chmodSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { notebook } from '../notebook.ts';
import { diskFile, type FileChange, isSame } from './file-change.ts';
import { isInside, obstaclesIn } from './inside.ts';

const inUse: readonly unknown[] = ['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'];

/**
 * Makes changes on the disk, in their order, each file replaced in one go. Synchronous, so that
 * no interrupt is heard halfway; whoever calls has written down what was there before.
 *
 * @param folder of a project; its notebook is open
 * @param changes what is to happen
 * @param made the only folders that may go when nothing is in them any more; all unless said
 * @throws RoadmapError `refused` when a file is no longer what it was when this was planned
 */
export function writeChanges(
  folder: string,
  changes: readonly FileChange[],
  made?: readonly string[],
): void {
  const removable = (path: string) => made?.includes(path) ?? true;
  const stage = join(folder, notebook, 'stage');
  rmSync(stage, { recursive: true, force: true });
  try {
    fillStage(stage, changes);
    const obstacle = obstaclesIn(folder);
    for (const [index, { path, before, after }] of changes.entries()) {
      const file = join(folder, path);
      if (!isInside(path) || obstacle(path) !== undefined || !isAs(folder, path, before)) {
        throw changed(path);
      }
      if (after === undefined) {
        rmSync(file, { force: true });
        removeEmpty(folder, dirname(path), removable);
      } else {
        mkdirSync(dirname(file), { recursive: true });
        renameSync(join(stage, String(index)), file);
      }
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
  // Where we were killed between making a folder and filling it.
  for (const path of made?.toReversed() ?? []) removeEmpty(folder, path, removable);
}

function fillStage(stage: string, changes: readonly FileChange[]): void {
  mkdirSync(stage);
  for (const [index, { after }] of changes.entries()) {
    if (after === undefined) continue;
    writeFileSync(join(stage, String(index)), after.bytes);
    chmodSync(join(stage, String(index)), after.mode);
  }
}

/**
 * @param folder of a project
 * @param changes what is to happen
 * @returns the folders that this will make, each after its parent
 */
export function foldersFor(folder: string, changes: readonly FileChange[]): readonly string[] {
  const made = new Set<string>();
  function add(path: string): void {
    if (path === '.' || made.has(path)) return;
    if (lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined) return;
    add(dirname(path));
    made.add(path);
  }
  for (const { path, after } of changes) if (after !== undefined) add(dirname(path));
  return [...made];
}

/** A folder that holds nothing any more, and those above it; the project's own stays. */
function removeEmpty(folder: string, path: string, removable: (path: string) => boolean): void {
  if (path === '.' || !removable(path)) return;
  try {
    rmdirSync(join(folder, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && inUse.includes(error.code)) return;
    throw error;
  }
  removeEmpty(folder, dirname(path), removable);
}

function isAs(folder: string, path: string, before: FileChange['before']): boolean {
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile()) return false;
  return isSame(diskFile(folder, path), before);
}

function changed(path: string): RoadmapError {
  return new RoadmapError(
    'refused',
    `${path} was changed while we worked, so everything is left as it was.`,
    'Do it again.',
  );
}
