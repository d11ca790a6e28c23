import { abortStep, undoStep } from '../../project/growth/undo.ts';
import type { Undone } from '../../project/growth/undone.ts';
import { exitCodes } from '../boundary.ts';
import type { Output } from '../output.ts';
import type { Command } from './command.ts';

const signs = { created: '+', updated: '~', deleted: '-' } as const;

/** `undo`: takes the last step back. */
export const undo: Command = async (said, _source, output) => {
  return tellUndone(await undoStep({ ...said, dir: '.' }), output);
};

/** `abort`: takes a step with conflicts back. */
export const abort: Command = async (said, _source, output) => {
  return tellUndone(await abortStep({ ...said, dir: '.' }), output);
};

function tellUndone(undone: Undone, output: Output): number {
  output.result(undone);
  const { label, files, written, next } = undone;
  const { paint } = output;
  for (const { path, outcome, changed } of files) {
    const remark = changed ? paint('dim', '  changed since') : '';
    output.say(`${signs[outcome]} ${path}${remark}`);
  }
  if (!written) {
    output.say(`\n${paint('bold', 'Nothing was written.')}`);
    return exitCodes.done;
  }
  output.say(`\n${paint('green', '✔')} Taken back: ${label}`);
  if (files.some(({ changed }) => changed)) {
    output.say('What was changed since then is kept in .roadmap/journal.');
  }
  if (next.length > 0) output.say(`\n${paint('bold', 'What remains')}\n  ${next.join('\n  ')}`);
  return exitCodes.done;
}
