import { restoreIndex } from '../git/index-stages.ts';
import type { Repository } from '../git/repository.ts';
import type { Entry } from './entry.ts';

/**
 * Takes the stages of a conflict out of git's index again.
 *
 * @param repository that of the project, if there is one
 * @param entry of the journal
 */
export function putIndexBack(repository: Repository | undefined, entry: Entry): void {
  if (repository === undefined || entry.index === undefined) return;
  const paths = entry.conflicts.map(({ path }) => path);
  restoreIndex(repository, paths, entry.index);
}
