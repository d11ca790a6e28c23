import { render } from '../../render/render.ts';
import type { Tree } from '../../render/tree.ts';
import { selectionWith } from '../../roadmap/changed-selection.ts';
import { layersOf } from '../../roadmap/layers-of.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { Selection } from '../../roadmap/selection.ts';
import { messageOf, tagOf } from '../git/stage-commit.ts';
import type { Source } from '../source.ts';
import { baseOf } from './base.ts';
import { type Growth, grow } from './grow.ts';
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

/** What would become of a project to which something is added. */
export interface AdditionPlan {
  readonly plan: Plan;
  readonly before: Selection;
  readonly after: Selection;
  readonly theirs: Tree;
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
      ...commitOf(project, planned, added, source),
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
): AdditionPlan {
  const names = [...new Set([...layers, ...Object.keys(choices)])];
  if (names.length + restore.length === 0) throw nothingNamed(project, source);
  const base = baseOf(project.recorded, source);
  const after = selectionWith(base.selection, layers, choices, source.catalogue);
  const theirs = render(after, source.templates);
  const label = names.length > 0 ? `add ${names.join(', ')}` : `restore ${restore.join(', ')}`;
  const plan = planOf(project, { label, base: base.tree, theirs, restore });
  return { plan, before: base.selection, after, theirs };
}

function nothingNamed({ recorded }: Project, { catalogue }: Source): RoadmapError {
  const free = layersOf(catalogue)
    .filter(({ id, coming }) => !coming && !recorded.layers.includes(id))
    .map(({ id }) => id);
  return free.length === 0
    ? new RoadmapError('usage', 'The project has all layers there are.', 'Nothing is to be done.')
    : new RoadmapError('usage', 'No layer was named.', `Name one of: ${free.join(', ')}.`);
}

/** Where stages have commits and tags, a new stage gets the same. */
function commitOf(
  { repository }: Project,
  { plan, before, after, theirs }: AdditionPlan,
  added: readonly string[],
  { catalogue }: Source,
): Pick<Growth, 'message' | 'tags'> {
  const reached = catalogue.stages.filter(({ number }) => {
    return after.stages.includes(number) && !before.stages.includes(number);
  });
  const hasHistory = repository?.git(['tag', '--list', 'stage-[0-9]*']).stdout !== '';
  if (hasHistory && reached.length > 0) {
    return { message: messageOf(reached, added, theirs), tags: reached.map(tagOf) };
  }
  const summaries = layersOf(catalogue)
    .filter(({ id }) => added.includes(id))
    .map(({ id, summary }) => `${id}: ${summary}\n`);
  const label = plan.label.slice(0, 1).toUpperCase() + plan.label.slice(1);
  return { message: `${label}\n\n${summaries.join('')}` };
}
