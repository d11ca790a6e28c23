import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { type Repository, uncommittedIn, unfinishedIn } from '../git/repository.ts';
import { journalOf, type Numbered } from '../journal/journal.ts';

const shown = 5;

/**
 * @param folder of a project
 * @throws RoadmapError `refused` while conflicts of an earlier step wait for the user
 */
export function refuseConflicts(folder: string): void {
  const waiting = conflictedIn(folder);
  if (waiting === undefined) return;
  throw new RoadmapError(
    'refused',
    `"${waiting.entry.label}" is not finished: its conflicts are not solved.`,
    'Solve them, then: create-backend-roadmap continue. Or take it back: create-backend-roadmap abort',
  );
}

/**
 * @param folder of a project
 * @returns the step whose conflicts are not solved, if there is one
 */
export function conflictedIn(folder: string): Numbered | undefined {
  return journalOf(folder).find(({ entry }) => entry.state === 'conflicted');
}

/**
 * @param repository that of a project, if there is one
 * @throws RoadmapError `refused` while git is in the middle of something
 */
export function refuseUnfinished(repository: Repository | undefined): void {
  const unfinished = repository && unfinishedIn(repository);
  if (unfinished === undefined) return;
  throw new RoadmapError(
    'refused',
    `git is in the middle of ${unfinished} here.`,
    'Finish it or take it back first; git status says how.',
  );
}

/**
 * @param repository that of a project, if there is one
 * @throws RoadmapError `refused` when not all of the project is committed
 */
export function refuseUncommitted(repository: Repository | undefined): void {
  const paths = repository === undefined ? [] : uncommittedIn(repository);
  if (paths.length === 0) return;
  const more = paths.length > shown ? ` and ${paths.length - shown} more` : '';
  throw new RoadmapError(
    'refused',
    `Not committed here: ${paths.slice(0, shown).join(', ')}${more}.`,
    'Commit or stash it, so that what changes can be seen. Or do it all the same: --force',
  );
}
