import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskError } from './disk-error.ts';
import { fillFolder } from './fill-folder.ts';
import { type Made, missingFolders, unmake } from './made.ts';
import type { Placement } from './placement.ts';

/**
 * Writes a project: all of it, or nothing. A new folder is filled under another name beside its
 * place and then renamed; into a folder that exists the files are moved from a folder inside it,
 * so that nothing outside of it is touched. Synchronous, so that no interrupt is heard halfway.
 *
 * @param placement where, and which files
 * @returns what was made, for {@link unmake}
 * @throws RoadmapError `refused` when the disk does not let us; nothing remains then
 */
export function writeProject(placement: Placement): Made {
  const { target } = placement;
  const made: Made = { files: [], folders: [], trees: [] };
  try {
    if (target.exists) moveInto(placement, made);
    else writeNew(placement, made);
    return made;
  } catch (error) {
    unmake(made);
    throw diskError(error, target.path);
  }
}

function writeNew({ target, tree }: Placement, made: Made): void {
  const parent = dirname(target.path);
  for (const folder of missingFolders(parent)) {
    mkdirSync(folder);
    made.folders.push(folder);
  }
  const stage = makeStage(parent);
  try {
    const folders = fillFolder(stage, tree);
    renameSync(stage, target.path);
    made.folders.push(target.path, ...folders.map((folder) => join(target.path, folder)));
    made.files.push(...[...tree.keys()].map((path) => join(target.path, path)));
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  }
}

function moveInto({ target, tree }: Placement, made: Made): void {
  const stage = makeStage(target.path);
  try {
    const folders = fillFolder(stage, tree);
    for (const folder of folders.map((it) => join(target.path, it))) {
      if (exists(folder)) continue;
      mkdirSync(folder);
      made.folders.push(folder);
    }
    for (const path of tree.keys()) {
      const file = join(target.path, path);
      // A rename replaces what is there: look again, for somebody may have been quicker.
      if (exists(file)) throw Object.assign(new Error(`${file} exists`), { code: 'EEXIST' });
      renameSync(join(stage, path), file);
      made.files.push(file);
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function makeStage(parent: string): string {
  const stage = join(parent, `.backend-roadmap-${randomBytes(6).toString('hex')}`);
  mkdirSync(stage);
  return stage;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
