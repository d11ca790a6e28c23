import { join } from 'node:path';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Selection } from '../roadmap/selection.ts';
import { firstCommit } from './git/first-commit.ts';
import { commitHistory, type Milestone } from './git/history.ts';
import { install, installed } from './install.ts';
import { type Made, unmake } from './made.ts';
import { isEmptyEnough, type Placement } from './placement.ts';
import type { Listener, Step } from './step.ts';
import { writeProject } from './write-project.ts';

/** What is to be created, where, and what is to be done then. */
export interface Creation {
  readonly selection: Selection;
  readonly placement: Placement;
  readonly install: boolean;
  readonly git: boolean;
  /** The way there, to be committed stage by stage; one commit when it is not given. */
  readonly history?: readonly Milestone[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly listener?: Listener | undefined;
}

/**
 * Writes a project, installs its dependencies and commits it. When the signal aborts, at whatever
 * moment, all that was made disappears again: a half-installed project is half-written, too.
 *
 * @param creation what, where, and what then
 * @returns the steps; a step that is not ok left the project as it is
 * @throws RoadmapError `refused` when the disk does not let us, `cancelled` when the signal aborted
 */
export async function createProject(creation: Creation): Promise<readonly Step[]> {
  const { placement, signal } = creation;
  if (signal?.aborted) throw cancelled([]);
  const made = writeProject(placement);
  const steps: Step[] = [{ name: 'write', ok: true }];
  for (const { name, act } of remaining(creation, made)) {
    creation.listener?.started(name);
    const step = await act(steps);
    creation.listener?.ended(signal?.aborted ? { name, ok: false, detail: 'stopped' } : step);
    if (signal?.aborted) throw cancelled(unmake(made));
    steps.push(step);
  }
  // One turn of the event loop, so that an interrupt during the writing is heard.
  await new Promise((resolve) => setImmediate(resolve));
  if (signal?.aborted) throw cancelled(unmake(made));
  return steps;
}

interface Action {
  readonly name: Step['name'];
  readonly act: (done: readonly Step[]) => Promise<Step>;
}

function remaining(creation: Creation, made: Made): readonly Action[] {
  return [
    ...(creation.install
      ? [{ name: 'install' as const, act: () => installIn(creation, made) }]
      : []),
    ...(creation.git
      ? [{ name: 'git' as const, act: (done: readonly Step[]) => commitIn(creation, made, done) }]
      : []),
  ];
}

async function installIn(creation: Creation, made: Made): Promise<Step> {
  const { placement, selection, signal, listener } = creation;
  const folder = placement.target.path;
  if (placement.kept.includes('package.json')) {
    const detail = 'package.json was there already and stays: add the dependencies yourself.';
    return { name: 'install', ok: false, detail };
  }
  willMake(installed, placement, made);
  return await install({
    folder,
    packageManager: selection.packageManager,
    signal,
    ...(listener && { line: (text: string) => listener.line(text) }),
  });
}

async function commitIn(creation: Creation, made: Made, done: readonly Step[]): Promise<Step> {
  const { placement, selection, signal, history } = creation;
  if (!isEmptyEnough(placement.target)) {
    const detail = 'The folder holds files of yours: nothing was committed.';
    return { name: 'git', ok: true, detail };
  }
  const where = {
    folder: placement.target.path,
    signal,
    initialising: () => willMake(['.git'], placement, made),
  };
  if (history === undefined) return await firstCommit({ ...where, layers: selection.layers });
  const isInstalled = done.some(({ name, ok }) => name === 'install' && ok);
  const packageManager = isInstalled ? selection.packageManager : undefined;
  return await commitHistory({ ...where, milestones: history, packageManager });
}

/** What stood there before is not ours, even when it gets changed. */
function willMake(names: readonly string[], { target }: Placement, made: Made): void {
  const ours = names.filter((name) => !target.entries.includes(name));
  made.trees.push(...ours.map((name) => join(target.path, name)));
}

function cancelled(left: readonly string[]): RoadmapError {
  return left.length === 0
    ? new RoadmapError('cancelled', 'Cancelled.', 'Nothing was left behind.')
    : new RoadmapError('cancelled', 'Cancelled.', `Remove by hand: ${left.join(', ')}`);
}
