import { isCancel } from '@clack/prompts';
import { RoadmapError } from '../../roadmap/roadmap-error.ts';

/** What a question answers when the user wants to go back to the one before. */
export const back = Symbol('back');

interface Key {
  readonly name?: string;
}

/**
 * Asks one question. Esc goes back, Ctrl-C leaves: the prompts themselves do not tell them apart,
 * so the last key is remembered.
 *
 * @param prompt shows the question and waits for the answer
 * @returns the answer, or `back`
 * @throws RoadmapError `cancelled` when the user leaves
 */
export async function ask<Value>(
  prompt: () => Promise<Value | symbol>,
): Promise<Exclude<Value, symbol> | typeof back> {
  let last: string | undefined;
  const hear = (_: unknown, key: Key | undefined) => {
    last = key?.name;
  };
  process.stdin.on('keypress', hear);
  try {
    const answer = await prompt();
    if (isAnswer(answer)) return answer;
    if (isCancel(answer) && last === 'escape') return back;
    throw new RoadmapError('cancelled', 'Cancelled.', 'Nothing was written.');
  } finally {
    process.stdin.off('keypress', hear);
  }
}

function isAnswer<Value>(answer: Value | symbol): answer is Exclude<Value, symbol> {
  return typeof answer !== 'symbol';
}
