import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { type Repository, repositoryOf } from '../git/repository.ts';
import { recover } from '../journal/in-notebook.ts';
import type { Recovered } from '../journal/recover.ts';
import { type Recorded, recordedIn } from './recorded.ts';

/** A project on the disk that may grow. */
export interface Project {
  /** Absolute, where symbolic links lead to. */
  readonly folder: string;
  readonly recorded: Recorded;
  /** The repository that keeps it, if there is one. */
  readonly repository: Repository | undefined;
}

/**
 * Finds the way back when an earlier step was interrupted.
 *
 * @param dir path of a project's folder
 * @returns what became of that step, if there was one
 * @throws RoadmapError `refused` when there is no folder, or another process is at it
 */
export async function recoverProject(dir: string): Promise<Recovered | undefined> {
  const folder = folderAt(dir);
  return await recover(folder, () => repositoryOf(folder));
}

/**
 * @param dir path of a project's folder
 * @returns the project, in order again if an earlier step was interrupted
 * @throws RoadmapError `refused` when there is none, or another process is at work in it
 */
export async function openProject(dir: string): Promise<Project> {
  await recoverProject(dir);
  const folder = folderAt(dir);
  return { folder, recorded: recordedIn(folder), repository: repositoryOf(folder) };
}

function folderAt(dir: string): string {
  const path = resolve(dir);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(path);
  throw new RoadmapError('refused', `There is no folder ${path}.`, 'Name that of a project.');
}
