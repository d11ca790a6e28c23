import { select } from '@clack/prompts';
import { collisionsIn, obstacles } from '../../project/placement.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import type { FullDraft } from '../draft.ts';
import type { Plan } from '../plan.ts';
import { ask, back } from './ask.ts';
import { askWhere } from './where.ts';

/**
 * @param draft complete answers
 * @param plan what would be written into a folder that is not empty
 * @param signal ends the waiting
 * @returns the answers with another folder, or with leave to write around what is there; or `back`
 */
export async function askOccupied(
  draft: FullDraft,
  { target, tree }: Plan,
  signal: AbortSignal,
): Promise<FullDraft | typeof back> {
  const collisions = collisionsIn(target, tree);
  const isProject = collisions.includes('roadmap.json');
  const answer = await ask(() =>
    select({
      message: `${target.path} is not empty. ${obstacles(target, collisions)}`,
      options: [
        { value: 'other', label: 'Take another folder' },
        {
          value: 'merge',
          label: `Write only the ${tree.size - collisions.length} files that collide with nothing`,
          hint: isProject ? 'a project stands here' : 'yours stay',
          disabled: isProject,
        },
        { value: 'leave', label: 'Leave' },
      ],
      signal,
    }),
  );
  if (answer === back) return back;
  if (answer === 'merge') return { ...draft, merge: true };
  if (answer === 'other') return await askWhere(draft, draft, signal);
  throw new RoadmapError('cancelled', 'Cancelled.', 'Nothing was written.');
}
