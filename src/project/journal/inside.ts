import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param path relative, with forward slashes
 * @returns whether it stays below the folder that it is relative to
 */
export function isInside(path: string): boolean {
  const steps = path.split(/[/\\]/);
  return steps.every((step) => !['', '.', '..'].includes(step) && !step.includes(':'));
}

/**
 * @param folder absolute
 * @returns says of a path in it what stands where one of its folders should be, if anything does:
 *   a symbolic link leads outside, perhaps
 */
export function obstaclesIn(folder: string): (path: string) => 'symlink' | 'other' | undefined {
  const known = new Map<string, 'symlink' | 'other' | undefined>([['.', undefined]]);
  return function obstacle(path) {
    const parent = dirname(path);
    if (!known.has(parent)) known.set(parent, obstacle(parent) ?? obstacleAt(join(folder, parent)));
    return known.get(parent);
  };
}

function obstacleAt(path: string): 'symlink' | 'other' | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return undefined;
  return stats.isSymbolicLink() ? 'symlink' : 'other';
}
