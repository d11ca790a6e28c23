import type { Selection } from '../roadmap/selection.ts';
import { createCommand } from './package-manager.ts';
import { shellQuote } from './shell-quote.ts';

/**
 * @param selection what the project consists of
 * @param dir the folder, as the user said it
 * @param history whether each stage has its commit
 * @returns the command that recreates the same project, quoted for the user's shell
 */
export function recreateCommand(selection: Selection, dir: string, history: boolean): string {
  const { answers, packageManager } = selection;
  const words = [
    dir,
    // Without any layer beyond those that every project has.
    ...(answers.layers.length === 0
      ? ['--preset', 'minimal']
      : ['--layers', answers.layers.join(',')]),
    ...Object.entries(answers.choices).flatMap(([choice, value]) => [`--${choice}`, value]),
    ...(history ? ['--history'] : []),
    ...['--pm', packageManager, '--yes'],
  ];
  return createCommand(
    packageManager,
    words.map((word) => shellQuote(word)),
  );
}
