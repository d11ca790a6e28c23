import { continueStep } from '../../project/growth/continue.ts';
import { progressOn } from '../progress.ts';
import type { Command } from './command.ts';
import { tellGrown } from './tell-grown.ts';

/** `continue`: finishes a step whose conflicts are solved. */
export const goOn: Command = async ({ install }, { catalogue }, output, signal) => {
  const options = { dir: '.', install, signal, listener: progressOn(output) };
  return tellGrown(await continueStep(options, catalogue), output);
};
