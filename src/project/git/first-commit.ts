import type { Outcome } from '../run-program.ts';
import { shellQuote } from '../shell-quote.ts';
import type { Step } from '../step.ts';
import { gitRunner, identity, lastLine } from './run-git.ts';

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
  const outer = await git('rev-parse', '--show-toplevel');
  if (outer.missing) return failed(commit.folder, 'git is not on this machine.');
  if (outer.ok || outer.output.includes('dubious ownership')) {
    return { name: 'git', ok: true, detail: `${insideOf(outer)}: nothing was committed.` };
  }
  const branch = await git('config', '--get', 'init.defaultBranch');
  const first = ['-c', `init.defaultBranch=${branch.ok ? branch.output : 'main'}`];
  commit.initialising();
  for (const words of [
    () => [...first, 'init', '--quiet'],
    () => ['add', '--all'],
    async () => [...(await identity(git)), 'commit', '--quiet', '-m', message(commit.layers)],
  ]) {
    const outcome = await git(...(await words()));
    if (!outcome.ok) return failed(commit.folder, `git failed: ${lastLine(outcome.output)}`);
  }
  return { name: 'git', ok: true };
}

function message(layers: readonly string[]): string {
  return `${subject}\n\nLayers: ${layers.join(', ')}.\n`;
}

function insideOf(outer: Outcome): string {
  return outer.ok
    ? `The folder belongs to the git repository ${outer.output}`
    : 'The folder belongs to a git repository of another user';
}

function failed(folder: string, what: string): Step {
  const repeat = `cd ${shellQuote(folder)} && git init && git add --all && git commit -m ${shellQuote(subject)}`;
  return { name: 'git', ok: false, detail: `${what} Repeat it with: ${repeat}` };
}
