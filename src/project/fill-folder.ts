import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tree } from '../render/tree.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';

/**
 * Writes a tree into an empty folder. Synchronous on purpose: an interrupt is only heard before
 * or after, and it is twice as fast.
 *
 * @param folder absolute path of an empty folder
 * @param tree what to write; the user's umask applies to its modes
 * @returns the folders made in it, relative with forward slashes, each after its parent
 * @throws RoadmapError `templates` when a path of the tree leads out of the folder
 */
export function fillFolder(folder: string, tree: Tree): readonly string[] {
  const made = new Set<string>();
  for (const path of tree.keys()) {
    checkInside(path);
    for (const parent of parentsOf(path)) {
      if (made.has(parent)) continue;
      mkdirSync(join(folder, parent));
      made.add(parent);
    }
  }
  for (const [path, { contents, executable }] of tree) {
    writeFileSync(join(folder, path), contents, { flag: 'wx', mode: executable ? 0o777 : 0o666 });
  }
  return [...made];
}

function parentsOf(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [...parentsOf(parent), parent];
}

function checkInside(path: string): void {
  const steps = path.split(/[/\\]/);
  if (steps.every((step) => step !== '' && step !== '..' && !step.includes(':'))) return;
  throw new RoadmapError(
    'templates',
    `The path ${path} leads out of the project.`,
    'Report it: this is a mistake in the templates.',
  );
}
