import { resolve } from 'node:path';
import { text } from '@clack/prompts';
import { projectName } from '../../project/project-name.ts';
import { inspectTarget } from '../../project/target.ts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';
import { defaults } from '../defaults.ts';
import type { Draft } from '../draft.ts';
import { ask, back } from './ask.ts';

/**
 * @param draft answers so far
 * @param shown what was answered before, to be offered again
 * @param signal ends the waiting
 * @returns the answers with the folder, or `back`
 */
export async function askWhere<Some extends Draft>(
  draft: Some,
  shown: Draft,
  signal: AbortSignal,
): Promise<(Some & { readonly dir: string }) | typeof back> {
  const offered = shown.dir ?? defaults.dir;
  const dir = await ask(() =>
    text({
      message: 'Where? The folder to make; its name becomes the name of the project.',
      placeholder: offered,
      defaultValue: offered,
      validate: (said) => objection(said?.trim() || offered),
      signal,
    }),
  );
  return dir === back ? back : { ...draft, dir: dir.trim() || offered, merge: false };
}

function objection(dir: string): string | undefined {
  try {
    projectName(resolve(dir));
    inspectTarget(dir);
    return undefined;
  } catch (error) {
    if (error instanceof RoadmapError) return `${error.message} ${error.fix}`;
    throw error;
  }
}
