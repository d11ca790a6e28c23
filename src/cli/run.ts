import { loadTemplates } from '../project/templates.ts';
import { catalogueOf } from '../roadmap/catalogue-of.ts';
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
    const templates = await loadTemplates();
    const source = { templates, catalogue: catalogueOf(templates) };
    if (said.command === 'create') return await create(said, source, output, signal);
    showStages(source.catalogue, output);
    return exitCodes.done;
  } catch (error) {
    return reportError(error, output);
  }
}
