import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import { diskError } from './disk-error.ts';

/** The folder that a project is to fill, as it stands before anything is written. */
export interface Target {
  /** Absolute; where symbolic links lead to, when the folder exists. */
  readonly path: string;
  readonly exists: boolean;
  /** Names of what is in it. */
  readonly entries: readonly string[];
}

/**
 * @param dir path of a folder that may not exist yet, absolute or relative to the working directory
 * @returns what stands there now; nothing is written
 * @throws RoadmapError `refused` when something else than a folder stands there, or in the way
 */
export function inspectTarget(dir: string): Target {
  const path = resolve(dir);
  try {
    if (linkedFolder(path) === undefined) {
      checkAncestors(dirname(path));
      return { path, exists: false, entries: [] };
    }
    const folder = realpathSync(path);
    return { path: folder, exists: true, entries: readdirSync(folder).sort() };
  } catch (error) {
    throw diskError(error, path);
  }
}

/** The nearest ancestor that exists has to be a folder; those below it will be made. */
function checkAncestors(path: string): void {
  const above = dirname(path);
  if (linkedFolder(path) === undefined && above !== path) checkAncestors(above);
}

function linkedFolder(path: string): Stats | undefined {
  const here = lstatSync(path, { throwIfNoEntry: false });
  if (here === undefined) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return stats;
  const what = stats === undefined ? 'a symbolic link that leads nowhere' : 'not a folder';
  throw new RoadmapError('refused', `${path} is ${what}.`, 'Choose another folder.');
}
