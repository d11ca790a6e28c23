import { collisionsIn, isEmptyEnough } from '../project/placement.ts';
import type { Source } from '../project/source.ts';
import { inspectTarget, type Target } from '../project/target.ts';
import { render } from '../render/render.ts';
import type { Tree } from '../render/tree.ts';
import { resolve } from '../roadmap/resolve.ts';
import type { Selection } from '../roadmap/selection.ts';
import { answersOf, type FullDraft } from './draft.ts';

/** What would be written, before anything is. */
export interface Plan {
  readonly selection: Selection;
  readonly target: Target;
  readonly tree: Tree;
}

/**
 * @param draft complete answers
 * @param source the templates
 * @returns what would be written, and where
 * @throws RoadmapError when the answers are impossible, or the place is
 */
export function planOf(draft: FullDraft, { templates, catalogue }: Source): Plan {
  const answers = answersOf(draft);
  const target = inspectTarget(draft.dir);
  const selection = resolve(answers, catalogue);
  return { selection, target, tree: render(selection, templates) };
}

/**
 * @param plan what would be written
 * @returns whether all of it can be written without touching anything of the user's
 */
export function isFree({ target, tree }: Plan): boolean {
  return isEmptyEnough(target) && collisionsIn(target, tree).length === 0;
}
