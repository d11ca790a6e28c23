import { diskError } from '../disk-error.ts';
import type { Repository } from '../git/repository.ts';
import { finishStep } from './finish-step.ts';
import { discardNotebook, hasNotebook, openNotebook, tidyNotebook } from './journal.ts';
import { lock } from './lock.ts';
import { interruptedIn, type Recovered, rolledBack } from './recover.ts';

/**
 * Does something in a project that nobody else may disturb.
 *
 * @param folder of a project
 * @param act what is to be done
 * @returns what it returns
 * @throws RoadmapError `refused` while another process is at work there, or when the disk does
 *   not let us
 */
export async function inNotebook<T>(folder: string, act: () => T | Promise<T>): Promise<T> {
  const wasThere = hasNotebook(folder);
  try {
    openNotebook(folder);
    const release = lock(folder);
    try {
      return await act();
    } finally {
      release();
      tidyNotebook(folder);
    }
  } catch (error) {
    if (!wasThere) discardNotebook(folder);
    throw diskError(error, folder);
  }
}

/**
 * Finds the way back when an earlier step was interrupted, or to its end when it was nearly there.
 *
 * @param folder of a project
 * @param repository finds that of the project
 * @returns what became of that step, if there was one
 * @throws RoadmapError `refused` while another process is at it
 */
export async function recover(
  folder: string,
  repository: () => Repository | undefined,
): Promise<Recovered | undefined> {
  if (interruptedIn(folder) === undefined) return undefined;
  return await inNotebook(folder, () => {
    const step = interruptedIn(folder);
    if (step?.entry.state !== 'finishing') return step && rolledBack(folder, step, repository());
    finishStep(folder, step, repository());
    return { label: step.entry.label, finished: true, left: [] };
  });
}
