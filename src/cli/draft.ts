import { resolve as resolvePath } from 'node:path';
import { startedBy } from '../project/package-manager.ts';
import { projectName } from '../project/project-name.ts';
import type { Answers, PackageManager } from '../roadmap/answers.ts';
import type { CreateArguments, Scope } from './arguments.ts';
import type { RecordedAnswers } from './recorded-answers.ts';

/** Answers on their way: what was said so far, by arguments, a file, or prompts. */
export interface Draft {
  readonly dir: string | undefined;
  readonly scope: Scope | undefined;
  readonly without: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  readonly packageManager: PackageManager;
  readonly install: boolean | undefined;
  readonly git: boolean;
  /** Write only what does not collide with what stands there. */
  readonly merge: boolean;
}

/** A draft in which nothing that must be known is missing. */
export type FullDraft = Draft & { readonly dir: string; readonly scope: Scope };

/**
 * @param said what was said on the command line
 * @param signal ends the waiting for recorded answers
 * @returns the answers so far, with recorded ones when there are
 * @throws RoadmapError `usage` when the recorded answers cannot be read
 */
export async function draftOf(said: CreateArguments, signal: AbortSignal): Promise<Draft> {
  const { dir, without, choices, install, git } = said;
  const recorded = said.from === undefined ? undefined : await readRecorded(said.from, signal);
  return {
    dir,
    scope: recorded === undefined ? said.scope : { layers: recorded.layers },
    without,
    choices: { ...recorded?.choices, ...choices },
    packageManager: said.packageManager ?? recorded?.packageManager ?? startedBy() ?? 'npm',
    install,
    git,
    merge: false,
  };
}

/** Loaded only when it is wanted. */
async function readRecorded(from: string, signal: AbortSignal): Promise<RecordedAnswers> {
  const { recordedAnswers } = await import('./recorded-answers.ts');
  return await recordedAnswers(from, signal);
}

/**
 * @param draft answers on their way
 * @returns the same as `resolve` takes them
 * @throws RoadmapError `impossible` when npm refuses the name of the folder
 */
export function answersOf({ dir, scope, ...draft }: FullDraft): Answers {
  const { reached, preset, layers } = scope;
  return {
    name: projectName(resolvePath(dir)),
    packageManager: draft.packageManager,
    ...(reached !== undefined && { reached }),
    ...(preset !== undefined && { preset }),
    ...(layers !== undefined && { layers: [...layers] }),
    without: [...draft.without],
    choices: { ...draft.choices },
  };
}
