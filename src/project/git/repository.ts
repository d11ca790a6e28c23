import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { notebook } from '../notebook.ts';
import { type Git, gitIn } from './git.ts';

/** The git repository that a project belongs to, alone or as a sub-folder. */
export interface Repository {
  readonly git: Git;
  readonly folder: string;
  /** From the top of the repository to the project: empty, or ending in a slash. */
  readonly prefix: string;
}

/** What git leaves in its own folder while it is in the middle of something. */
const halfway: Readonly<Record<string, string>> = {
  MERGE_HEAD: 'a merge',
  'rebase-merge': 'a rebase',
  'rebase-apply': 'a rebase',
  CHERRY_PICK_HEAD: 'a cherry-pick',
  REVERT_HEAD: 'a revert',
};

/** All of the project but ours: git does not ignore that yet where we were killed making it. */
const own = ['.', `:(exclude)${notebook}`];

/**
 * @param folder of a project
 * @returns the repository that keeps it; undefined without git, and where git ignores the project
 * @throws RoadmapError `refused` when git does not trust the repository
 */
export function repositoryOf(folder: string): Repository | undefined {
  const git = gitIn(folder);
  const { ok, stdout, stderr } = git(['rev-parse', '--show-prefix']);
  if (stderr.includes('dubious ownership')) {
    throw new RoadmapError(
      'refused',
      'The git repository belongs to another user, so git does not say what is committed.',
      `If it is yours: git config --global --add safe.directory ${folder}`,
    );
  }
  if (!ok || git(['check-ignore', '--quiet', 'roadmap.json']).ok) return undefined;
  return { git, folder, prefix: stdout.trimEnd() };
}

/**
 * @param repository a project's
 * @returns what git is in the middle of there, if anything
 */
export function unfinishedIn({ git, folder }: Repository): string | undefined {
  const names = Object.keys(halfway);
  const paths = git(['rev-parse', ...names.flatMap((name) => ['--git-path', name])]);
  const found = paths.stdout.split('\n').findIndex((path, index) => {
    return index < names.length && existsSync(resolve(folder, path));
  });
  if (found !== -1) return halfway[names[found] ?? ''];
  return git(['ls-files', '--unmerged', '--', '.']).stdout === '' ? undefined : 'a merge';
}

/**
 * @param repository a project's
 * @returns paths in the project that differ from the last commit, new files included, ignored ones
 *   not
 */
export function uncommittedIn({ git, prefix }: Repository): readonly string[] {
  const words = [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--',
    ...own,
  ];
  const entries = git(words).stdout.split('\0').filter(Boolean);
  return entries.map((entry) => entry.slice(3)).map((path) => path.slice(prefix.length));
}

/**
 * @param repository a project's
 * @param paths some paths of the project
 * @returns those that git ignores
 */
export function ignoredIn({ git }: Repository, paths: readonly string[]): ReadonlySet<string> {
  if (paths.length === 0) return new Set();
  const { stdout } = git(['check-ignore', '-z', '--stdin'], paths.join('\0'));
  return new Set(stdout.split('\0').filter(Boolean));
}

/**
 * @param repository a project's
 * @returns paths of all files of the project that git does not ignore
 */
export function filesIn({ git }: Repository): readonly string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...own];
  return git(words).stdout.split('\0').filter(Boolean);
}
