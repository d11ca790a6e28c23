import type { Catalogue } from '../../roadmap/catalogue.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { diskFile } from '../journal/file-change.ts';
import { finishStep } from '../journal/finish-step.ts';
import { inNotebook } from '../journal/in-notebook.ts';
import type { Numbered } from '../journal/journal.ts';
import type { Step } from '../step.ts';
import { type Grown, layersBetween } from './grown.ts';
import { installAfter } from './install-after.ts';
import { markersIn } from './markers.ts';
import { nextSteps } from './next-steps.ts';
import type { GrowthOptions } from './options.ts';
import { openProject } from './project.ts';
import { recordedIn } from './recorded.ts';
import { waitingStep } from './undo.ts';

/** How a step is to be finished. */
export interface Continuing extends Pick<GrowthOptions, 'install' | 'signal' | 'listener'> {
  readonly dir: string;
}

/**
 * Finishes a step whose conflicts the user has solved: only now does roadmap.json say so.
 *
 * @param continuing how
 * @param catalogue the roadmap
 * @returns the account of it
 * @throws RoadmapError `refused` when no conflicts wait, or one of them is not solved
 */
export async function continueStep(continuing: Continuing, catalogue: Catalogue): Promise<Grown> {
  const project = await openProject(continuing.dir);
  const { folder, repository } = project;
  const steps = await inNotebook(folder, async () => {
    const step = waitingStep(folder);
    refuseMarkers(folder, step);
    finishStep(folder, step, repository);
    const written: Step = { name: 'write', ok: true };
    if (!step.entry.installs || !continuing.install) return [written];
    const { packageManager } = project.recorded.answers;
    return [written, await installAfter(folder, packageManager, continuing)];
  });
  const after = recordedIn(folder);
  const layers = layersBetween(project.recorded, { ...after, implied: [] });
  const isInstalled = steps.some(({ name, ok }) => name === 'install' && ok);
  return {
    project: { name: after.answers.name, dir: folder },
    label: 'continue',
    written: true,
    ...layers,
    files: [],
    conflicts: [],
    steps,
    next: nextSteps(
      { packageManager: after.answers.packageManager, choices: after.choices },
      layers.added,
      !isInstalled,
      catalogue,
    ),
  };
}

function refuseMarkers(folder: string, { entry }: Numbered): void {
  const left = entry.conflicts.flatMap(({ path, values }) => {
    const line = values ? undefined : markersIn(diskFile(folder, path), entry.label);
    return line === undefined ? [] : [`${path}:${line}`];
  });
  if (left.length === 0) return;
  throw new RoadmapError(
    'refused',
    `Conflicts are left at ${left.join(', ')}.`,
    'Solve them, then again: create-backend-roadmap continue',
  );
}
