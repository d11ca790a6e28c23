import { hash } from 'node:crypto';
import type { Selection } from '../roadmap/selection.ts';
import { generator } from './generator.ts';
import { sortedByKey } from './sorted-by-key.ts';
import type { Tree } from './tree.ts';

/**
 * @param selection what the project consists of
 * @param tree every other file of the project
 * @returns the text of roadmap.json: the answers that recreate the project, and what was rendered
 */
export function roadmapFile(selection: Selection, tree: Tree): string {
  const { name, packageManager, answers, layers, choices } = selection;
  const hashes = [...tree].map(([path, { contents }]) => [path, hash('sha256', contents)] as const);
  const data = {
    $schema: `https://unpkg.com/${generator.name}@${generator.version}/dist/roadmap.schema.json`,
    generator,
    answers: {
      name,
      packageManager,
      layers: answers.layers,
      choices: sortedByKey(answers.choices),
    },
    layers,
    choices,
    files: sortedByKey(Object.fromEntries(hashes)),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
