import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { generator } from '../../render/generator.ts';
import { render } from '../../render/render.ts';
import type { Tree } from '../../render/tree.ts';
import { resolve } from '../../roadmap/resolve.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { Selection } from '../../roadmap/selection.ts';
import type { Source } from '../source.ts';
import type { Recorded } from './recorded.ts';

/** A project as it was written, before its owner touched it. */
export interface Base {
  readonly selection: Selection;
  /** Without roadmap.json. */
  readonly tree: Tree;
}

/**
 * @param recorded what roadmap.json says
 * @param source the templates
 * @returns the project that it was when that was recorded
 * @throws RoadmapError `refused` when another version wrote it, or somebody edited roadmap.json
 */
export function baseOf(recorded: Recorded, source: Source): Base {
  const { version } = recorded.generator;
  if (version !== generator.version) {
    throw new RoadmapError(
      'refused',
      `The project is of version ${version}, and this is ${generator.version}.`,
      `First: create-backend-roadmap update. Or use that version: npx create-backend-roadmap@${version}`,
    );
  }
  const selection = selectionOf(recorded, source);
  const tree = withoutRecord(render(selection, source.templates));
  checkBase(recorded, tree);
  if (isDeepStrictEqual(selection.layers, recorded.layers)) return { selection, tree };
  throw edited();
}

/**
 * @param recorded what roadmap.json says
 * @param tree what the recorded version renders from the recorded answers
 * @throws RoadmapError `refused` when that is not what was recorded
 */
export function checkBase({ files }: Recorded, tree: Tree): void {
  const paths = Object.keys(files);
  const isRight =
    paths.length === tree.size &&
    [...tree].every(([path, { contents }]) => files[path] === sha256(contents));
  if (!isRight) throw edited();
}

/**
 * @param tree a rendered project
 * @returns it without roadmap.json, which is nobody's to edit
 */
export function withoutRecord(tree: Tree): Tree {
  return new Map([...tree].filter(([path]) => path !== 'roadmap.json'));
}

/**
 * @param contents rendered text
 * @returns the hash that roadmap.json has of it
 */
export function sha256(contents: string): string {
  return createHash('sha256').update(contents).digest('hex');
}

function selectionOf({ answers }: Recorded, { catalogue }: Source): Selection {
  try {
    return resolve(answers, catalogue);
  } catch (error) {
    throw error instanceof RoadmapError ? edited(` ${error.message}`) : error;
  }
}

function edited(reason = ''): RoadmapError {
  return new RoadmapError(
    'refused',
    `What roadmap.json says is not what was written: somebody edited it.${reason}`,
    'Take it back, for example with: git checkout -- roadmap.json. Layers come and go with add and remove.',
  );
}
