import { note, select } from '@clack/prompts';
import type { FullDraft } from '../draft.ts';
import { ask, back } from './ask.ts';

/**
 * The last question: shows what will be written, and asks whether to install when that was not
 * said.
 *
 * @param draft complete answers
 * @param summary what will be written, for people
 * @param signal ends the waiting
 * @returns the answers with whether to install, or `back`
 */
export async function askGoAhead(
  draft: FullDraft,
  summary: string,
  signal: AbortSignal,
): Promise<FullDraft | typeof back> {
  note(summary, 'This will be written', { format: (line) => line });
  const { install, packageManager } = draft;
  const answer = await ask(() =>
    select<'install' | 'write' | 'back'>({
      message: 'Shall we?',
      options: [
        ...(install === false
          ? []
          : [{ value: 'install' as const, label: `Write it and run ${packageManager} install` }]),
        ...(install === true
          ? []
          : [{ value: 'write' as const, label: 'Write it', hint: 'without installing' }]),
        { value: 'back', label: 'Go back', hint: 'nothing is written yet' },
      ],
      signal,
    }),
  );
  return answer === back || answer === 'back' ? back : { ...draft, install: answer === 'install' };
}
