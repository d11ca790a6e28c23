import { render } from '../../render/render.ts';
import { selectionWith } from '../../roadmap/changed-selection.ts';
import { layersOf } from '../../roadmap/layers-of.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { Source } from '../source.ts';
import { baseOf } from './base.ts';
import { grow } from './grow.ts';
import type { Grown } from './grown.ts';
import { nextSteps } from './next-steps.ts';
import type { GrowthOptions } from './options.ts';
import { type Plan, planOf } from './plan.ts';
import { refuseConflicts } from './preflight.ts';
import { openProject, type Project } from './project.ts';

/** What is to come into a project. */
export interface Addition extends GrowthOptions {
  readonly dir: string;
  readonly layers: readonly string[];
  /** Choice → value, for choices that come with the layers. */
  readonly choices: Readonly<Record<string, string>>;
  /** Paths of deleted files that are to come back. */
  readonly restore: readonly string[];
}

/**
 * Adds layers to a project.
 *
 * @param addition what is to come
 * @param source the templates
 * @returns the account of it
 * @throws RoadmapError `impossible` when they cannot come, `refused` when the project must not be
 *   touched now
 */
export async function addLayers(addition: Addition, source: Source): Promise<Grown> {
  const project = await openProject(addition.dir);
  refuseConflicts(project.folder);
  const planned = planAddition(project, addition, source);
  const { before, after } = planned;
  const added = after.layers.filter((id) => !before.layers.includes(id));
  return await grow(
    project,
    {
      ...planned,
      next: nextSteps(after, added, planned.plan.installs && !addition.install, source.catalogue),
      message: `${capitalised(planned.plan.label)}\n\n${summaries(added, source)}`,
    },
    addition,
  );
}

/**
 * @param project on the disk
 * @param addition what is to come
 * @param source the templates
 * @returns what would become of the project, and of its selection
 * @throws RoadmapError `impossible` when it cannot be
 */
export function planAddition(
  project: Project,
  { layers, choices, restore }: Pick<Addition, 'layers' | 'choices' | 'restore'>,
  source: Source,
) {
  const names = [...new Set([...layers, ...Object.keys(choices)])];
  if (names.length + restore.length === 0) throw nothingNamed(project, source);
  const base = baseOf(project.recorded, source);
  const after = selectionWith(base.selection, layers, choices, source.catalogue);
  const plan: Plan = planOf(project, {
    label: names.length > 0 ? `add ${names.join(', ')}` : `restore ${restore.join(', ')}`,
    base: base.tree,
    theirs: render(after, source.templates),
    restore,
  });
  return { plan, before: base.selection, after };
}

function nothingNamed({ recorded }: Project, { catalogue }: Source): RoadmapError {
  const free = layersOf(catalogue)
    .filter(({ id, coming }) => !coming && !recorded.layers.includes(id))
    .map(({ id }) => id);
  return free.length === 0
    ? new RoadmapError('usage', 'The project has all layers there are.', 'Nothing is to be done.')
    : new RoadmapError('usage', 'No layer was named.', `Name one of: ${free.join(', ')}.`);
}

function summaries(ids: readonly string[], { catalogue }: Source): string {
  return layersOf(catalogue)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, summary }) => `${id}: ${summary}\n`)
    .join('');
}

function capitalised(label: string): string {
  return label.slice(0, 1).toUpperCase() + label.slice(1);
}
