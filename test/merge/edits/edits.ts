import { codeEdits } from './code.ts';
import type { Edit } from './edit.ts';
import { projectEdits } from './project.ts';
import { webEdits } from './web.ts';

/** What owners do to their projects, to be merged with every layer. */
const edits: readonly Edit[] = [...codeEdits, ...projectEdits, ...webEdits];

/**
 * @param project where they are done
 * @returns those that can be
 */
export function editsOf(project: ReadonlyMap<string, unknown>): readonly Edit[] {
  return edits.filter(({ needs }) => needs === undefined || project.has(needs));
}
