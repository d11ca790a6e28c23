import { removeLayers } from '../../project/growth/remove.ts';
import { progressOn } from '../progress.ts';
import type { Command } from './command.ts';
import { tellGrown } from './tell-grown.ts';

/** `remove <layer…>`: takes layers out again. */
export const remove: Command = async (said, source, output, signal) => {
  const options = { ...said, dir: '.', signal, listener: progressOn(output) };
  return tellGrown(await removeLayers(options, source), output);
};
