import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '../render/tree.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Target } from './target.ts';

/** Which files of a tree are to be written into a target. */
export interface Placement {
  readonly target: Target;
  /** What will be written. */
  readonly tree: Tree;
  /** Paths of the tree that stay as they are, because something stands there already. */
  readonly kept: readonly string[];
}

const harmless = /^(\.git|(licen[cs]e|readme)(\..*)?)$/i;
const shown = 8;

/**
 * @param target the folder as it stands
 * @param tree the rendered project
 * @returns the paths of the tree where something stands already; a symbolic link in the way counts,
 *   because writing through it would write outside of the folder
 */
export function collisionsIn(target: Target, tree: Tree): readonly string[] {
  if (target.entries.length === 0) return [];
  const isFree = freeFolders(target.path);
  return [...tree.keys()].filter((path) => {
    const folders = path.split('/').slice(0, -1);
    const free = folders.every((_, depth) => isFree(folders.slice(0, depth + 1).join('/')));
    return !free || exists(join(target.path, path));
  });
}

/**
 * @param target the folder as it stands
 * @returns whether a project may be written there when nothing collides: at most a repository, a
 *   licence and a readme are in it
 */
export function isEmptyEnough(target: Target): boolean {
  return target.entries.every((entry) => harmless.test(entry));
}

/**
 * Decides whether the whole tree may be written.
 *
 * @param target the folder as it stands
 * @param tree the rendered project
 * @returns the placement of all of the tree
 * @throws RoadmapError `refused` when the folder is not empty enough, listing what would collide
 */
export function placeAll(target: Target, tree: Tree): Placement {
  const collisions = collisionsIn(target, tree);
  if (collisions.length === 0 && isEmptyEnough(target)) return { target, tree, kept: [] };
  throw new RoadmapError(
    'refused',
    `${target.path} is not empty. ${obstacles(target, collisions)}`,
    'Choose another folder, or move what is in this one out of the way.',
  );
}

/**
 * Places only what does not collide.
 *
 * @param target the folder as it stands
 * @param tree the rendered project
 * @returns the placement, with the paths that stay as they are
 */
export function placeAround(target: Target, tree: Tree): Placement {
  const kept = collisionsIn(target, tree);
  const taken = new Set(kept);
  return { target, tree: new Map([...tree].filter(([path]) => !taken.has(path))), kept };
}

/**
 * @param target a folder that is not empty enough
 * @param collisions paths of the tree where something stands already
 * @returns one sentence about what is in the way
 */
export function obstacles(target: Target, collisions: readonly string[]): string {
  return collisions.length === 0
    ? `Nothing would be overwritten, but it holds ${list(target.entries)}.`
    : `These would be overwritten: ${list(collisions)}.`;
}

function list(names: readonly string[]): string {
  const more = names.length - shown;
  return names.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Remembers what it found, since most paths share their folders. */
function freeFolders(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    const remembered = known.get(folder);
    if (remembered !== undefined) return remembered;
    const stats = lstatSync(join(root, folder), { throwIfNoEntry: false });
    const free = stats === undefined || stats.isDirectory();
    known.set(folder, free);
    return free;
  };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
