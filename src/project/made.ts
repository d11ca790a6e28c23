import { lstatSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything that we made on the disk, so that exactly that can disappear again. */
export interface Made {
  /** Files written by us; absolute paths. */
  readonly files: string[];
  /** Folders that were not there before; absolute paths, each after its parent. */
  readonly folders: string[];
  /** What others made at our bidding (node_modules, .git): removed with all that is in it. */
  readonly trees: string[];
}

/**
 * Removes what we made, and nothing else: a folder that holds something of somebody else's stays.
 *
 * @param made what we made
 * @returns the paths that could not be removed
 */
export function unmake(made: Made): readonly string[] {
  const left: string[] = [];
  function attempt(path: string, remove: (path: string) => void): void {
    try {
      remove(path);
    } catch {
      // Not swallowed: what is still there is returned, and told to the user.
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) left.push(path);
    }
  }
  for (const path of made.trees) {
    attempt(path, () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  }
  for (const path of made.files) attempt(path, () => rmSync(path, { force: true }));
  for (const path of made.folders.toReversed()) attempt(path, rmdirSync);
  return left;
}

/**
 * @param path absolute path of a folder that may not exist yet
 * @returns it and those above it that do not exist, each after its parent
 */
export function missingFolders(path: string): readonly string[] {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return [];
  return [...missingFolders(dirname(path)), path];
}
