import type { Facts } from '../roadmap/manifest.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Part } from './parts.ts';

/** What is merged key by key. */
type Pairs = Readonly<Record<string, string>>;

/**
 * @param parts the selected layers and values, in the order of the roadmap
 * @returns the facts of all of them together, in that order
 * @throws RoadmapError `templates` when two say different things about the same
 */
export function mergeFacts(parts: readonly Part[]): Facts {
  const dependencies = mergeRecords('dependency', parts, ({ dependencies }) => dependencies);
  const everywhere = mergeRecords('dependency', parts, (facts) => ({
    ...facts.devDependencies,
    ...facts.dependencies,
  }));
  return {
    dependencies,
    // What the program itself needs is not listed a second time for its tests.
    devDependencies: Object.fromEntries(
      Object.entries(everywhere).filter(([name]) => dependencies[name] === undefined),
    ),
    overrides: mergeRecords('override', parts, ({ overrides }) => overrides),
    scripts: mergeRecords('script', parts, ({ scripts }) => scripts),
    env: mergeEnv(parts),
    gitignore: [...new Set(parts.flatMap(({ manifest }) => manifest.facts.gitignore))],
  };
}

function mergeRecords(
  what: string,
  parts: readonly Part[],
  of: (facts: Facts) => Pairs,
): Record<string, string> {
  const merged = new Map<string, { value: string; by: string }>();
  for (const { id, manifest } of parts) {
    for (const [key, value] of Object.entries(of(manifest.facts))) {
      const before = merged.get(key);
      if (before !== undefined && before.value !== value) {
        throw new RoadmapError(
          'templates',
          `${before.by} and ${id} differ about the ${what} ${key}: ${before.value}, ${value}.`,
          'Let both say the same.',
        );
      }
      merged.set(key, before ?? { value, by: id });
    }
  }
  return Object.fromEntries([...merged].map(([key, { value }]) => [key, value]));
}

function mergeEnv(parts: readonly Part[]): Facts['env'] {
  const owners = new Map<string, string>();
  const selected = new Set(parts.map(({ id }) => id));
  return parts.flatMap(({ id, manifest }) => {
    const needed = manifest.facts.env.filter((it) => selected.has(it.with ?? id));
    for (const { name } of needed) {
      const before = owners.get(name);
      if (before !== undefined) {
        throw new RoadmapError(
          'templates',
          `${before} and ${id} both declare the environment variable ${name}.`,
          'Let one of them declare it.',
        );
      }
      owners.set(name, id);
    }
    return needed;
  });
}
