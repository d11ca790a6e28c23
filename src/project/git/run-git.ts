import { type Outcome, runProgram } from '../run-program.ts';
import { gitEnvironment } from './environment.ts';

/** Lets git do something that may take its time, because hooks of the user's may run. */
export type RunGit = (...words: readonly string[]) => Promise<Outcome>;

/**
 * @param folder where
 * @param signal ends what is running
 * @param env added to the environment
 * @returns runs git there
 */
export function gitRunner(
  folder: string,
  signal?: AbortSignal,
  env: Readonly<Record<string, string>> = {},
): RunGit {
  return (...words) =>
    runProgram('git', words, { folder, signal, env: { ...gitEnvironment, ...env } });
}

/**
 * Only for the commits that are made with these words, and only what the user has not told git:
 * nothing is configured.
 *
 * @param git runs git
 * @returns words that go before a command
 */
export async function identity(git: RunGit): Promise<readonly string[]> {
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

/**
 * @param output what git printed
 * @returns the line that says why it failed
 */
export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
