import type { Facts } from '../roadmap/manifest.ts';
import type { Selection } from '../roadmap/selection.ts';
import { withoutScript } from './install-scripts.ts';
import { scriptFor } from './package-manager.ts';
import { sortedByKey } from './sorted-by-key.ts';

/** Where each package manager reads the versions that are forced on packages of packages. */
const overridesKey = { npm: 'overrides', bun: 'overrides', yarn: 'resolutions', pnpm: undefined };

/**
 * @param selection what the project consists of
 * @param facts the facts of all its layers
 * @returns the text of its package.json
 */
export function packageJson(selection: Selection, facts: Facts): string {
  const { name, packageManager } = selection;
  const scripts = Object.entries(facts.scripts).map(([script, command]) => [
    script,
    scriptFor(command, packageManager),
  ]);
  const key = overridesKey[packageManager];
  const notAllowed = Object.fromEntries(withoutScript.map((name) => [name, false]));
  const sections = Object.entries({
    scripts: Object.fromEntries(scripts),
    dependencies: sortedByKey(facts.dependencies),
    devDependencies: sortedByKey(facts.devDependencies),
    ...(key === undefined ? {} : { [key]: sortedByKey(facts.overrides) }),
    ...(packageManager === 'npm' ? { allowScripts: notAllowed } : {}),
  }).filter(([, section]) => Object.keys(section).length > 0);
  const data = {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: '>=20.19' },
    ...Object.fromEntries(sections),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
