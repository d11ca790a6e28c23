import { loadSource } from '../project/source.ts';
import { parseArguments } from './arguments.ts';
import { exitCodes, reportError } from './boundary.ts';
import { create } from './create.ts';
import { interruptSignal } from './interrupt.ts';
import { outputFor } from './output.ts';
import { showStages } from './stages.ts';

/**
 * The program.
 *
 * @param argv the words after the program's name
 * @returns the exit code; whatever goes wrong has been told
 */
export async function run(argv: readonly string[]): Promise<number> {
  const signal = interruptSignal();
  const output = outputFor(argv);
  try {
    const said = parseArguments(argv);
    const source = await loadSource();
    if (said.command === 'create') return await create(said, source, output, signal);
    if (said.command !== 'stages') {
      // Loaded only when a project grows: who creates one does not wait for it.
      const { runGrowth } = await import('./growth/run.ts');
      return await runGrowth(said, source, output, signal);
    }
    showStages(source.catalogue, output);
    return exitCodes.done;
  } catch (error) {
    return reportError(error, output);
  }
}
