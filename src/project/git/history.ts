import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tree } from '../../render/tree.ts';
import type { PackageManager } from '../../roadmap/answers.ts';
import type { Stage } from '../../roadmap/catalogue.ts';
import { fillFolder } from '../fill-folder.ts';
import { lockOnly } from '../install.ts';
import type { Step } from '../step.ts';
import { gitRunner, identity, lastLine } from './run-git.ts';
import { dateOf, messageOf, tagOf } from './stage-commit.ts';
import { initialise, obstacleFor } from './start-repository.ts';

/** A project once some more stages are done. */
export interface Milestone {
  readonly stages: readonly Stage[];
  /** Layers that come with them. */
  readonly layers: readonly string[];
  readonly tree: Tree;
}

/** A project whose way there is to be committed. */
interface History {
  readonly folder: string;
  readonly milestones: readonly Milestone[];
  /** Makes a lock file for every stage; undefined where nothing was installed. */
  readonly packageManager: PackageManager | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears that a repository is about to be made, so that it can be taken back. */
  readonly initialising: () => void;
}

/**
 * Makes a repository of the project with one commit and one tag per stage, each a complete project.
 * The earlier ones are committed from a folder elsewhere, so that the project is never anything but
 * what it will be.
 *
 * @param history which project, which stages
 * @returns the step; not ok when git, or a lock file, failed
 */
export async function commitHistory(history: History): Promise<Step> {
  const { folder, milestones, signal } = history;
  const obstacle = await obstacleFor(folder, signal);
  if (obstacle !== undefined) return failed(`${obstacle.because}: the stages are not committed.`);
  history.initialising();
  const failure = await initialise(folder, signal);
  if (failure !== undefined) return failed(`git failed: ${failure}`);
  const unlocked: string[] = [];
  for (const [index, milestone] of milestones.entries()) {
    const isLast = index === milestones.length - 1;
    const place = isLast ? folder : mkdtempSync(join(tmpdir(), 'backend-roadmap-'));
    try {
      if (!isLast) {
        fillFolder(place, milestone.tree);
        const isLocked = await lock(history, place);
        if (!isLocked) unlocked.push(...milestone.stages.map(tagOf));
      }
      const problem = await commitStage(history, milestone, place);
      if (problem !== undefined) return failed(`git failed: ${problem}`);
    } finally {
      if (!isLast) rmSync(place, { recursive: true, force: true });
    }
  }
  if (unlocked.length === 0) return { name: 'git', ok: true };
  return failed(`Without a lock file, because it could not be made: ${unlocked.join(', ')}.`);
}

async function lock({ packageManager, signal }: History, place: string): Promise<boolean> {
  return packageManager === undefined || (await lockOnly(place, packageManager, signal));
}

async function commitStage(
  { folder, signal }: History,
  { stages, layers, tree }: Milestone,
  place: string,
): Promise<string | undefined> {
  const date = dateOf(stages);
  const git = gitRunner(place, signal, {
    GIT_DIR: join(folder, '.git'),
    GIT_WORK_TREE: place,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  });
  const message = messageOf(stages, layers, tree);
  for (const words of [
    ['add', '--all'],
    [...(await identity(git)), 'commit', '--quiet', '--allow-empty', '-m', message],
    ...stages.map((stage) => ['tag', '--no-sign', tagOf(stage)]),
  ]) {
    const outcome = await git(...words);
    if (!outcome.ok) return lastLine(outcome.output);
  }
  return undefined;
}

function failed(detail: string): Step {
  return { name: 'git', ok: false, detail };
}
