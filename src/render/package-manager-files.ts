import type { Facts } from '../roadmap/manifest.ts';
import type { Selection } from '../roadmap/selection.ts';
import { withoutScript } from './install-scripts.ts';
import { sortedByKey } from './sorted-by-key.ts';

/**
 * @param selection what the project consists of
 * @param facts the facts of all its layers
 * @returns the files that the user's package manager needs beside package.json: path and text
 */
export function packageManagerFiles(
  { packageManager }: Selection,
  facts: Facts,
): readonly (readonly [string, string])[] {
  if (packageManager === 'pnpm') return [['pnpm-workspace.yaml', pnpmWorkspace(facts)]];
  // Yarn's own way of finding packages is not understood by the TypeScript compiler.
  if (packageManager === 'yarn') return [['.yarnrc.yml', 'nodeLinker: node-modules\n']];
  return [];
}

function pnpmWorkspace(facts: Facts): string {
  const overrides = Object.entries(sortedByKey(facts.overrides));
  const sections = {
    overrides: overrides.map(([name, version]) => `'${name}': '${version}'`),
    // The same for pnpm 11 and for pnpm 10.
    allowBuilds: withoutScript.map((name) => `'${name}': false`),
    ignoredBuiltDependencies: withoutScript.map((name) => `- '${name}'`),
  };
  return Object.entries(sections)
    .filter(([, lines]) => lines.length > 0)
    .map(([section, lines]) => `${section}:\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('');
}
