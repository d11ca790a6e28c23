import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { changesBack } from '../journal/changes-back.ts';
import { inNotebook } from '../journal/in-notebook.ts';
import { journalOf, type Numbered } from '../journal/journal.ts';
import { stepBack } from '../journal/step-back.ts';
import { conflictedIn, refuseUnfinished } from './preflight.ts';
import { openProject } from './project.ts';
import type { Undone } from './undone.ts';
import { undoneOf } from './undone-of.ts';

/** How a step is to be taken back. */
export interface Undoing {
  readonly dir: string;
  /** Say what would change, and write nothing. */
  readonly dryRun: boolean;
  /** Even where somebody has changed files since. */
  readonly force: boolean;
}

/**
 * Takes the last step of growth back, byte for byte.
 *
 * @param undoing how
 * @returns the account of it
 * @throws RoadmapError `refused` when there is none, or when files were changed since
 */
export async function undoStep({ dir, dryRun, force }: Undoing): Promise<Undone> {
  const project = await openProject(dir);
  const { folder, repository } = project;
  if (dryRun) return undoneOf(project, lastStep(folder), false);
  refuseUnfinished(conflictedIn(folder) ? undefined : repository);
  return await inNotebook(folder, () => {
    const step = lastStep(folder);
    const { changed } = changesBack(folder, step.entry);
    if (changed.length > 0 && !force) throw editedSince(step.entry.label, changed);
    const undone = undoneOf(project, step, true);
    stepBack(folder, step, repository);
    return undone;
  });
}

/**
 * Takes a step with conflicts back to where it began, byte for byte.
 *
 * @param aborting where, and whether only to say what would change
 * @returns the account of it
 * @throws RoadmapError `refused` when no conflicts wait
 */
export async function abortStep({ dir, dryRun }: Omit<Undoing, 'force'>): Promise<Undone> {
  const project = await openProject(dir);
  const { folder, repository } = project;
  if (dryRun) return undoneOf(project, waitingStep(folder), false);
  return await inNotebook(folder, () => {
    const step = waitingStep(folder);
    const undone = undoneOf(project, step, true);
    stepBack(folder, step, repository);
    return undone;
  });
}

/**
 * @param folder of a project
 * @returns the step whose conflicts wait for the user
 * @throws RoadmapError `refused` when there is none
 */
export function waitingStep(folder: string): Numbered {
  const step = conflictedIn(folder);
  if (step !== undefined) return step;
  throw new RoadmapError(
    'refused',
    'No conflicts wait here.',
    'Nothing is to be done. A finished step is taken back with: create-backend-roadmap undo',
  );
}

function lastStep(folder: string): Numbered {
  const waiting = conflictedIn(folder);
  if (waiting !== undefined) {
    throw new RoadmapError(
      'refused',
      `"${waiting.entry.label}" is not finished: its conflicts are not solved.`,
      'Take it back with: create-backend-roadmap abort',
    );
  }
  const step = journalOf(folder).findLast(({ entry }) => entry.state === 'done');
  if (step !== undefined) return step;
  throw new RoadmapError(
    'refused',
    'No step is remembered here that could be taken back.',
    'What you have committed, git takes back: git revert',
  );
}

function editedSince(label: string, changed: readonly string[]): RoadmapError {
  return new RoadmapError(
    'refused',
    `Changed since "${label}": ${changed.join(', ')}. Taking it back would lose that.`,
    'Move your changes elsewhere first. Or take all of it back: undo --force',
  );
}
