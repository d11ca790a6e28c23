import { shellQuote } from '../shell-quote.ts';
import type { Step } from '../step.ts';
import { gitRunner, identity, lastLine } from './run-git.ts';
import { initialise, obstacleFor } from './start-repository.ts';

/** Where to commit, and who listens. */
interface Commit {
  readonly folder: string;
  /** What the project consists of, for the message. */
  readonly layers: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Hears that a repository is about to be made, so that it can be taken back. */
  readonly initialising: () => void;
}

const subject = 'Start from the backend roadmap';

/**
 * Makes a repository of the project, with one commit. Inside somebody's repository nothing is
 * made or committed: that is theirs to do.
 *
 * @param commit where
 * @returns the step; not ok, with the command to repeat, when git is missing or fails
 */
export async function firstCommit(commit: Commit): Promise<Step> {
  const git = gitRunner(commit.folder, commit.signal);
  const obstacle = await obstacleFor(commit.folder, commit.signal);
  if (obstacle?.missing) return failed(commit.folder, `${obstacle.because}.`);
  if (obstacle !== undefined) {
    return { name: 'git', ok: true, detail: `${obstacle.because}: nothing was committed.` };
  }
  commit.initialising();
  const failure = await initialise(commit.folder, commit.signal);
  if (failure !== undefined) return failed(commit.folder, `git failed: ${failure}`);
  for (const words of [
    ['add', '--all'],
    [...(await identity(git)), 'commit', '--quiet', '-m', message(commit.layers)],
  ]) {
    const outcome = await git(...words);
    if (!outcome.ok) return failed(commit.folder, `git failed: ${lastLine(outcome.output)}`);
  }
  return { name: 'git', ok: true };
}

function message(layers: readonly string[]): string {
  return `${subject}\n\nLayers: ${layers.join(', ')}.\n`;
}

function failed(folder: string, what: string): Step {
  const repeat = `cd ${shellQuote(folder)} && git init && git add --all && git commit -m ${shellQuote(subject)}`;
  return { name: 'git', ok: false, detail: `${what} Repeat it with: ${repeat}` };
}
