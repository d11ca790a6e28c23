import { recoverProject } from '../../project/growth/project.ts';
import type { Output } from '../output.ts';
import { add } from './add.ts';
import type { GrowthCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { goOn } from './continue.ts';
import { diff } from './diff.ts';
import { remove } from './remove.ts';
import { status } from './status.ts';
import { abort, undo } from './undo.ts';
import { update } from './update.ts';

const commands: Readonly<Record<GrowthCommand, Command>> = {
  add,
  remove,
  update,
  status,
  diff,
  undo,
  continue: goOn,
  abort,
};

/** Runs whichever command was said, once an interrupted one is out of the way. */
export const runGrowth: Command = async (said, source, output, signal) => {
  await tellRecovered(output);
  return await commands[said.command](said, source, output, signal);
};

async function tellRecovered(output: Output): Promise<void> {
  const recovered = await recoverProject('.');
  if (recovered === undefined) return;
  const now = recovered.finished ? 'it is finished now' : 'what it had written is taken back';
  output.warn(`"${recovered.label}" had been interrupted: ${now}.`);
  for (const path of recovered.left) output.warn(`${path} was changed since and stays as it is.`);
}
