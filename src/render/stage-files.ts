import type { Collected } from './collect-files.ts';

/**
 * @param stage number of a stage
 * @param collected every template of the project
 * @returns a Markdown list of the files that the stage's layers bring: source, the rest, tests
 */
export function stageFiles(stage: number, collected: Iterable<Collected>): string {
  return [...collected]
    .filter((file) => file.stage === stage)
    .map(({ path }) => path)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => `- \`${path}\``)
    .join('\n');
}

function rank(path: string): number {
  if (path.startsWith('src/')) return 0;
  return path.startsWith('test/') ? 2 : 1;
}
