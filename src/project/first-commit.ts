import { type Outcome, runProgram } from './run-program.ts';
import { shellQuote } from './shell-quote.ts';
import type { Step } from './step.ts';

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

/** Set by git itself while a hook of it runs; they would lead us into another repository. */
const leadingElsewhere = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
];

/**
 * Makes a repository of the project, with one commit. Inside somebody's repository nothing is
 * made or committed: that is theirs to do.
 *
 * @param commit where
 * @returns the step; not ok, with the command to repeat, when git is missing or fails
 */
export async function firstCommit(commit: Commit): Promise<Step> {
  const git = (...words: readonly string[]): Promise<Outcome> =>
    runProgram('git', words, {
      folder: commit.folder,
      signal: commit.signal,
      env: {
        ...Object.fromEntries(leadingElsewhere.map((name) => [name, undefined])),
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
    });

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

/** Only for this commit, and only what the user has not told git: nothing is configured. */
async function identity(
  git: (...words: readonly string[]) => Promise<Outcome>,
): Promise<readonly string[]> {
  const strict = ['-c', 'user.useConfigOnly=true', 'var'];
  const author = await git(...strict, 'GIT_AUTHOR_IDENT');
  const committer = await git(...strict, 'GIT_COMMITTER_IDENT');
  if (author.ok && committer.ok) return [];
  const name = await git('config', '--get', 'user.name');
  return [
    ...(name.ok ? [] : ['-c', 'user.name=create-backend-roadmap']),
    ...['-c', 'user.email=create-backend-roadmap@localhost'],
  ];
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

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
