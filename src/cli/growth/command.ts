import type { Source } from '../../project/source.ts';
import type { Output } from '../output.ts';
import type { GrowthArguments } from './arguments.ts';

/**
 * Runs one command in the project of the working directory.
 *
 * @param said what was said on the command line
 * @param source the templates
 * @param output how to talk
 * @param signal aborts when the user leaves
 * @returns the exit code
 * @throws RoadmapError when the project must not be touched, or what is wanted cannot be
 */
export type Command = (
  said: GrowthArguments,
  source: Source,
  output: Output,
  signal: AbortSignal,
) => Promise<number>;
