import { basename } from 'node:path';
import { render } from '../../render/render.ts';
import { selectionWithout } from '../../roadmap/changed-selection.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { Source } from '../source.ts';
import { baseOf } from './base.ts';
import { grow } from './grow.ts';
import type { Grown } from './grown.ts';
import { nextSteps } from './next-steps.ts';
import type { GrowthOptions } from './options.ts';
import { planOf } from './plan.ts';
import { refuseConflicts } from './preflight.ts';
import { openProject } from './project.ts';

/** What is to go from a project. */
export interface Removal extends GrowthOptions {
  readonly dir: string;
  readonly layers: readonly string[];
}

/**
 * Takes layers out of a project, and what came only for them. Files of theirs that were edited
 * stay, and so do migrations.
 *
 * @param removal what is to go
 * @param source the templates
 * @returns the account of it
 * @throws RoadmapError `impossible` when they cannot go, `refused` when the project must not be
 *   touched now
 */
export async function removeLayers(removal: Removal, source: Source): Promise<Grown> {
  const { dir, layers } = removal;
  const project = await openProject(dir);
  refuseConflicts(project.folder);
  if (layers.length === 0) {
    const fix = `Name one of: ${project.recorded.answers.layers.join(', ')}.`;
    throw new RoadmapError('usage', 'No layer was named.', fix);
  }
  const base = baseOf(project.recorded, source);
  const after = selectionWithout(base.selection, layers, source.catalogue);
  const theirs = render(after, source.templates);
  const label = `remove ${layers.join(', ')}`;
  const plan = planOf(project, { label, base: base.tree, theirs });
  const staying = plan.files
    .filter(({ path, outcome }) => outcome === 'kept' && !theirs.has(path))
    .map(({ path }) => path);
  const next = [
    ...nextSteps(after, [], plan.installs && !removal.install, source.catalogue),
    ...rollbacks(staying),
  ];
  const message = `R${label.slice(1)}\n`;
  return await grow(project, { plan, before: base.selection, after, next, message }, removal);
}

/** Migrations stay, because they may have been applied; how to be rid of one is said. */
function rollbacks(staying: readonly string[]): readonly string[] {
  return staying
    .filter((path) => /^migrations\/.*\.down\.\w+$/.test(path))
    .toReversed()
    .map((path) => {
      const name = basename(path).replace(/\.down\.\w+$/, '');
      return `to drop its data: run ${path}, take "${name}" out of "migrations" in the database, then delete migrations/${name}.*`;
    });
}
