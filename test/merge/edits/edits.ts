import { codeEdits } from './code.ts';
import type { Edit } from './edit.ts';
import { projectEdits } from './project.ts';

/** What owners do to their projects, to be merged with every layer. */
export const edits: readonly Edit[] = [...codeEdits, ...projectEdits];
