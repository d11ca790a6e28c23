import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { Selection } from '../../roadmap/selection.ts';
import { commitChange } from '../git/commit-change.ts';
import { inNotebook } from '../journal/in-notebook.ts';
import type { Numbered } from '../journal/journal.ts';
import { stepBack } from '../journal/step-back.ts';
import { takeStep } from '../journal/take-step.ts';
import type { Step } from '../step.ts';
import { type Grown, type GrownFile, type Layers, layersBetween } from './grown.ts';
import { installAfter } from './install-after.ts';
import type { GrowthOptions } from './options.ts';
import { patchOf } from './patch.ts';
import type { Plan } from './plan.ts';
import { refuseConflicts, refuseUncommitted, refuseUnfinished } from './preflight.ts';
import type { Project } from './project.ts';

/** What a project is to become. */
export interface Growth {
  readonly plan: Plan;
  readonly before: Pick<Selection, 'layers'>;
  readonly after: Selection;
  /** What remains for the user when all went well. */
  readonly next: readonly string[];
  /** What a commit of it says. */
  readonly message: string;
  /** Names that mark that commit, as far as they are free. */
  readonly tags?: readonly string[];
}

/**
 * Lets a project grow: all of it, or nothing.
 *
 * @param project on the disk
 * @param growth what it is to become
 * @param options how
 * @returns the account of it
 * @throws RoadmapError `refused` when it must not be touched now, `cancelled` when the signal aborts
 */
export async function grow(
  project: Project,
  growth: Growth,
  options: GrowthOptions,
): Promise<Grown> {
  const { folder, repository } = project;
  const { plan, before, after } = growth;
  const layers = layersBetween(before, after);
  if (options.dryRun || plan.allChanges.length === 0) {
    return accountOf(project, growth, layers, { steps: [], written: false });
  }
  if (options.commit && repository === undefined) throw nowhereToCommit();
  refuseUnfinished(repository);
  if (!options.force) refuseUncommitted(repository);
  const steps = await inNotebook(folder, async () => {
    refuseConflicts(folder);
    if (options.signal?.aborted) throw cancelled();
    const step = takeStep(folder, plan, repository);
    const written: Step = { name: 'write', ok: true };
    if (plan.conflicts.length > 0) return [written];
    return [written, ...(await finish(project, growth, options, step))];
  });
  return accountOf(project, growth, layers, { steps, written: true });
}

async function finish(
  project: Project,
  { plan, after, message, tags = [] }: Growth,
  options: GrowthOptions,
  step: Numbered,
): Promise<readonly Step[]> {
  const { folder, repository } = project;
  const steps: Step[] = [];
  if (plan.installs && options.install) {
    steps.push(await installAfter(folder, after.packageManager, options));
  }
  if (options.commit && !options.signal?.aborted) {
    const paths = step.entry.files.map(({ path }) => path);
    options.listener?.started('git');
    const committed = await commitChange({
      ...{ folder, paths, message, tags },
      signal: options.signal,
    });
    options.listener?.ended(committed);
    steps.push(committed);
  }
  // One turn of the event loop, so that an interrupt during the writing is heard.
  await new Promise((resolve) => setImmediate(resolve));
  if (!options.signal?.aborted || steps.some(({ name, ok }) => name === 'git' && ok)) return steps;
  stepBack(folder, step, repository);
  throw cancelled();
}

function accountOf(
  { folder, recorded }: Project,
  { plan, next }: Growth,
  layers: Layers,
  { steps, written }: Pick<Grown, 'steps' | 'written'>,
): Grown {
  const changes = new Map(plan.allChanges.map((change) => [change.path, change]));
  const files = plan.files.flatMap(({ path, outcome, because }): GrownFile[] => {
    const change = changes.get(path);
    if (change === undefined && because === undefined && outcome !== 'conflicted') return [];
    const diff = change && !written ? { diff: patchOf(change) } : {};
    return [{ path, outcome, ...(because && { because }), ...diff }];
  });
  const isConflicted = plan.conflicts.length > 0;
  return {
    project: { name: recorded.answers.name, dir: folder },
    label: plan.label,
    written,
    ...layers,
    files,
    conflicts: plan.conflicts,
    steps,
    next: isConflicted ? afterConflicts : next,
  };
}

const afterConflicts = [
  'solve the conflicts',
  'create-backend-roadmap continue',
  'or take it all back: create-backend-roadmap abort',
];

function nowhereToCommit(): RoadmapError {
  return new RoadmapError(
    'refused',
    'The project is in no git repository, so there is nothing to commit to.',
    'Leave --commit out, or begin with: git init',
  );
}

function cancelled(): RoadmapError {
  return new RoadmapError('cancelled', 'Cancelled.', 'Everything is as it was.');
}
