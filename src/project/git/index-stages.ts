import type { Repository } from './repository.ts';

/** A path in conflict, with the three versions of it that exist. */
export interface Staged {
  readonly path: string;
  readonly executable: boolean;
  readonly base?: string | undefined;
  readonly ours?: string | undefined;
  readonly theirs?: string | undefined;
}

const none = '0'.repeat(40);

/**
 * @param repository a project's
 * @param paths some paths of the project
 * @returns what the index says about them, for {@link restoreIndex}
 */
export function indexOf({ git }: Repository, paths: readonly string[]): string {
  if (paths.length === 0) return '';
  return git(['ls-files', '--stage', '--full-name', '-z', '--', ...literal(paths)]).stdout;
}

/**
 * Puts base, yours and theirs into the index, as a merge of git's does, so that merge tools work.
 *
 * @param repository a project's
 * @param conflicts the paths in conflict
 */
export function stageConflicts({ git, prefix }: Repository, conflicts: readonly Staged[]): void {
  const lines = conflicts.flatMap(({ path, executable, ...versions }) => {
    const mode = executable ? '100755' : '100644';
    const staged = [versions.base, versions.ours, versions.theirs].flatMap((text, index) => {
      if (text === undefined) return [];
      const blob = git(['hash-object', '-w', '--stdin', '--path', path], text).stdout.trim();
      return [`${mode} ${blob} ${index + 1}\t${prefix}${path}`];
    });
    return [`0 ${none}\t${prefix}${path}`, ...staged];
  });
  updateIndex(git, lines);
}

/**
 * @param repository a project's
 * @param paths some paths of the project
 * @param saved what the index said about them and others once, from {@link indexOf}
 */
export function restoreIndex(
  { git, prefix }: Repository,
  paths: readonly string[],
  saved: string,
): void {
  const names = paths.map((path) => `\t${prefix}${path}`);
  const lines = saved.split('\0').filter((line) => names.some((name) => line.endsWith(name)));
  updateIndex(git, [...names.map((name) => `0 ${none}${name}`), ...lines]);
}

/**
 * @param repository a project's
 * @param paths some paths of the project
 * @returns those of them that are still in conflict for git
 */
export function unmergedAmong({ git }: Repository, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const { stdout } = git(['ls-files', '--unmerged', '-z', '--', ...literal(paths)]);
  const found = stdout.split('\0').map((line) => line.slice(line.indexOf('\t') + 1));
  return paths.filter((path) => found.includes(path));
}

function updateIndex(git: Repository['git'], lines: readonly string[]): void {
  if (lines.length === 0) return;
  const input = lines.map((line) => `${line}\0`).join('');
  const { ok, stderr } = git(['update-index', '-z', '--index-info'], input);
  if (!ok) throw new Error(`git update-index: ${stderr}`);
}

/** A path is no pattern. */
function literal(paths: readonly string[]): readonly string[] {
  return paths.map((path) => `:(literal)${path}`);
}
