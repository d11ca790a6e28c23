import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shellQuote } from '../shell-quote.ts';
import type { Step } from '../step.ts';
import { gitIn } from './git.ts';
import { gitRunner, identity, lastLine } from './run-git.ts';

/** What is to be committed of a project. */
interface Change {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly message: string;
  /** Names that mark the commit, as far as they are free. */
  readonly tags: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Commits exactly these paths, whatever else is in the index.
 *
 * @param change what is to be committed
 * @returns the step; not ok, with the command to repeat, when git is missing or fails
 */
export async function commitChange(change: Change): Promise<Step> {
  const { folder, paths, message, signal } = change;
  const git = gitRunner(folder, signal);
  const known = gitIn(folder)(['ls-files', '-z', '--', '.']).stdout.split('\0');
  const ignored = gitIn(folder)(['check-ignore', '-z', '--stdin'], paths.join('\0')).stdout;
  const there = paths
    .filter((path) => existsSync(join(folder, path)) || known.includes(path))
    .filter((path) => !ignored.split('\0').includes(path));
  const literal = there.map((path) => `:(literal)${path}`);
  const added = await git('add', '--all', '--', ...literal);
  const words = ['commit', '--quiet', '-m', message, '--', ...literal];
  const outcome = added.ok ? await git(...(await identity(git)), ...words) : added;
  if (outcome.ok) {
    for (const tag of change.tags) gitIn(folder)(['tag', '--no-sign', tag]);
    return { name: 'git', ok: true };
  }
  const subject = message.split('\n')[0] ?? '';
  const repeat = `cd ${shellQuote(folder)} && git add --all . && git commit -m ${shellQuote(subject)}`;
  return {
    name: 'git',
    ok: false,
    detail: `git failed: ${lastLine(outcome.output)} Repeat it with: ${repeat}`,
  };
}
