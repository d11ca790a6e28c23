import { gitRunner, lastLine } from './run-git.ts';

/**
 * @param folder of a new project
 * @param signal ends what is running
 * @returns why there is no repository to be made, as a clause; undefined when there is
 */
export async function obstacleFor(
  folder: string,
  signal?: AbortSignal,
): Promise<{ readonly missing: boolean; readonly because: string } | undefined> {
  const outer = await gitRunner(folder, signal)('rev-parse', '--show-toplevel');
  if (outer.missing) return { missing: true, because: 'git is not on this machine' };
  if (outer.ok) {
    const because = `The folder belongs to the git repository ${outer.output}`;
    return { missing: false, because };
  }
  if (!outer.output.includes('dubious ownership')) return undefined;
  return { missing: false, because: 'The folder belongs to a git repository of another user' };
}

/**
 * Makes a repository, on the branch that the user begins with.
 *
 * @param folder of a new project
 * @param signal ends what is running
 * @returns why git failed, if it did
 */
export async function initialise(
  folder: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const git = gitRunner(folder, signal);
  const branch = await git('config', '--get', 'init.defaultBranch');
  const first = ['-c', `init.defaultBranch=${branch.ok ? branch.output : 'main'}`];
  const outcome = await git(...first, 'init', '--quiet');
  return outcome.ok ? undefined : lastLine(outcome.output);
}
