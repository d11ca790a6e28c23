import { render } from '../render/render.ts';
import type { Selection } from '../roadmap/selection.ts';
import { selectionsByStage } from '../roadmap/selections-by-stage.ts';
import type { Milestone } from './git/history.ts';
import type { Source } from './source.ts';

/**
 * @param selection what a project consists of
 * @param source the templates
 * @returns the project as it is after each stage, the last one the project itself
 */
export function milestonesOf(selection: Selection, source: Source): readonly Milestone[] {
  const steps = selectionsByStage(selection, source.catalogue);
  return steps.map(({ stages, selection: after }, index) => {
    const before = steps[index - 1]?.selection.layers ?? [];
    return {
      stages,
      layers: after.layers.filter((id) => !before.includes(id)),
      tree: render(after, source.templates),
    };
  });
}
