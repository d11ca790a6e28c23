import { inspect } from 'node:util';
import { generator } from '../render/generator.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Output } from './output.ts';

/** Exit codes; a contract with whoever starts us. */
export const exitCodes = {
  done: 0,
  bug: 1,
  refused: 2,
  unfinished: 3,
  conflicts: 4,
  cancelled: 130,
} as const;

const issues = 'the issues of the create-backend-roadmap package';

/**
 * The one place where an error ends: tells what happened and what to do about it.
 *
 * @param error whatever was thrown
 * @param output how to talk
 * @returns the exit code
 */
export function reportError(error: unknown, output: Output): number {
  const told = toldOf(error);
  output.result({ error: { code: told.code, message: told.message, fix: told.fix } });
  const mark = told.code === 'cancelled' ? '' : `${output.paint('red', 'Error')} `;
  output.warn(`${mark}${told.message}\n${told.fix}`);
  return told.exit;
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly exit: number;
}

function toldOf(error: unknown): Told {
  if (!(error instanceof RoadmapError)) {
    const versions = `create-backend-roadmap ${generator.version}, Node ${process.version}, ${process.platform}`;
    return {
      code: 'unexpected',
      message: `This is a mistake of ours: ${inspect(error)}`,
      fix: `Please report it with these lines in ${issues} (${versions}).`,
      exit: exitCodes.bug,
    };
  }
  const { code, message, fix } = error;
  return { code, message, fix, exit: exitOf(error) };
}

function exitOf({ code }: RoadmapError): number {
  if (code === 'cancelled') return exitCodes.cancelled;
  return code === 'templates' ? exitCodes.bug : exitCodes.refused;
}
