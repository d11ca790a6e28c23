import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnFile } from '../../merge/merge-trees.ts';
import { filesIn, type Repository } from '../git/repository.ts';
import { obstaclesIn } from '../journal/inside.ts';

/** A larger file is no renamed one of ours. */
const largest = 200_000;

/** Where tools keep what they made, when there is no git to ask. */
const notOwn: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.roadmap',
  'dist',
  'coverage',
]);

/**
 * @param folder of a project
 * @param paths relative to it
 * @returns what its owner has at those of them where something stands, or stands in the way
 */
export function ownFiles(folder: string, paths: Iterable<string>): Map<string, OwnFile> {
  const obstacle = obstaclesIn(folder);
  const found = new Map<string, OwnFile>();
  for (const path of paths) {
    const file =
      obstacle(path) === undefined ? ownFile(join(folder, path)) : inTheWay(obstacle(path));
    if (file !== undefined) found.set(path, file);
  }
  return found;
}

/**
 * @param folder of a project
 * @param repository that of the project, if there is one
 * @returns paths of the files in which something may have been moved
 */
export function candidates(folder: string, repository: Repository | undefined): readonly string[] {
  const paths = repository ? filesIn(repository) : filesBelow(folder, '');
  return paths.filter((path) => {
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return stats?.isFile() && stats.size <= largest;
  });
}

function ownFile(path: string): OwnFile | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile()) return inTheWay(stats.isSymbolicLink() ? 'symlink' : 'other');
  return { bytes: readFileSync(path), executable: (stats.mode & 0o100) !== 0, kind: 'file' };
}

function inTheWay(kind: OwnFile['kind'] = 'other'): OwnFile {
  return { bytes: new Uint8Array(), kind };
}

function filesBelow(folder: string, prefix: string): readonly string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return notOwn.has(entry.name) ? [] : filesBelow(folder, `${path}/`);
    return entry.isFile() && entry.name !== '.env' ? [path] : [];
  });
}
