import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { notebook } from '../notebook.ts';

/**
 * Two at once would write over each other.
 *
 * @param folder of a project; its notebook is open
 * @returns gives the lock back
 * @throws RoadmapError `refused` while another process has it
 */
export function lock(folder: string): () => void {
  const path = join(folder, notebook, 'lock');
  const release = () => rmSync(path, { force: true });
  if (taken(path)) return release;
  const holder = holderOf(path);
  if (holder !== undefined && isAlive(holder)) throw busy(holder, path);
  release();
  if (taken(path)) return release;
  throw busy(holderOf(path), path);
}

function taken(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Without the end of its line, whoever wrote it was killed while writing. */
function holderOf(path: string): number | undefined {
  const [, holder] = readFileSync(path, 'utf8').match(/^(\d+)\n$/) ?? [];
  return holder === undefined ? undefined : Number(holder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function busy(holder: number | undefined, path: string): RoadmapError {
  return new RoadmapError(
    'refused',
    `Process ${holder ?? '?'} is at work in this project.`,
    `Wait for it. If it is none of ours, remove ${path}.`,
  );
}
