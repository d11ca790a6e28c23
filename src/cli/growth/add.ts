import { addLayers } from '../../project/growth/add.ts';
import { progressOn } from '../progress.ts';
import type { Command } from './command.ts';
import { tellGrown } from './tell-grown.ts';

/** `add <layer…>`: grows the project. */
export const add: Command = async (said, source, output, signal) => {
  const options = { ...said, dir: '.', signal, listener: progressOn(output) };
  return tellGrown(await addLayers(options, source), output);
};
