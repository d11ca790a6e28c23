import { add } from './add.ts';
import type { GrowthCommand } from './arguments.ts';
import type { Command } from './command.ts';
import { goOn } from './continue.ts';
import { remove } from './remove.ts';
import { abort, undo } from './undo.ts';

const commands: Readonly<Partial<Record<GrowthCommand, Command>>> = {
  add,
  remove,
  undo,
  continue: goOn,
  abort,
};

/** Runs whichever command was said. */
export const runGrowth: Command = async (said, ...rest) => {
  const command = commands[said.command];
  if (command === undefined) throw new Error(`${said.command} is no command`);
  return await command(said, ...rest);
};
