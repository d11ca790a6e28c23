import fc from 'fast-check';
import { type PackageManager, packageManagers } from '../../src/roadmap/answers.ts';
import type { Catalogue } from '../../src/roadmap/catalogue.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import type { Selection } from '../../src/roadmap/selection.ts';

/** Above this, subsets are drawn at random instead of all being taken. */
const mostSubsets = 512;

/**
 * With the default values, every combination of layers; with every other value, so many that each
 * two of its neighbours stand beside it in all four ways: both, one, the other, none.
 *
 * @param catalogue the roadmap
 * @param seed decides which subsets are drawn when there are too many
 * @returns different combinations of layers and values that are there and go together
 */
export function allSelections(catalogue: Catalogue, seed: number): readonly Selection[] {
  const available = layersOf(catalogue).filter((layer) => !layer.coming);
  const optional = available.filter((layer) => !layer.always).map((layer) => layer.id);
  const choices = available
    .filter((layer) => layer.choices.length > 0)
    .map(({ id, absent, choices }) => {
      const [first = '', ...others] = choices.filter((value) => !value.coming).map(({ id }) => id);
      return { id, usual: [first, ...(absent === undefined ? [] : [absent])], others };
    });
  const usual = combinationsOf(choices.map(({ id, usual: values }) => ({ id, values })));
  const unusual = combinationsOf(
    choices.map(({ id, usual: [first = ''], others }) => ({ id, values: [first, ...others] })),
  );
  const found = new Map<string, Selection>();
  const collect = (layers: readonly string[], chosen: Readonly<Record<string, string>>) => {
    const selection = resolved(layers, chosen, catalogue);
    if (selection === undefined) return;
    found.set(JSON.stringify([selection.layers, selection.choices]), selection);
  };
  for (const layers of subsetsOf(optional, seed)) {
    for (const chosen of usual) collect(layers, chosen);
  }
  for (const layers of pairwiseOf(optional)) {
    for (const chosen of unusual) collect(layers, chosen);
  }
  return [...found.values()];
}

/**
 * @param selection what a project consists of
 * @param count how many
 * @param seed decides the names
 * @returns the same under other names and for other package managers, in turn
 */
export function variantsOf(
  selection: Selection,
  count: number,
  seed: number,
): readonly Selection[] {
  return fc.sample(anyName, { numRuns: count, seed }).map((name, index) => {
    const packageManager: PackageManager = packageManagers[index % packageManagers.length] ?? 'npm';
    return { ...selection, name, packageManager };
  });
}

/** Names that npm accepts, from one letter to the longest. */
const anyName = fc
  .record({
    first: fc.constantFrom(...'abcxyz019'),
    rest: fc.oneof(
      { weight: 5, arbitrary: fc.string({ unit: letter(), maxLength: 30 }) },
      fc.string({ unit: letter(), minLength: 200, maxLength: 213 }),
    ),
  })
  .map(({ first, rest }) => `${first}${rest}`);

function letter() {
  return fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-._~');
}

function subsetsOf(ids: readonly string[], seed: number): readonly (readonly string[])[] {
  if (2 ** ids.length > mostSubsets) {
    const drawn = fc.sample(fc.subarray([...ids]), { numRuns: mostSubsets, seed });
    return [[], [...ids], ...ids.map((id) => [id]), ...drawn];
  }
  return Array.from({ length: 2 ** ids.length }, (_, bits) =>
    ids.filter((_, index) => (bits & (1 << index)) !== 0),
  );
}

/** None, all, each alone, and all but each. */
function pairwiseOf(ids: readonly string[]): readonly (readonly string[])[] {
  return [[], ids, ...ids.map((id) => [id]), ...ids.map((id) => ids.filter((it) => it !== id))];
}

function combinationsOf(
  choices: readonly { readonly id: string; readonly values: readonly string[] }[],
): readonly Readonly<Record<string, string>>[] {
  return choices.reduce<readonly Readonly<Record<string, string>>[]>(
    (all, { id, values }) =>
      all.flatMap((chosen) => [chosen, ...values.map((value) => ({ ...chosen, [id]: value }))]),
    [{}],
  );
}

function resolved(
  layers: readonly string[],
  choices: Readonly<Record<string, string>>,
  catalogue: Catalogue,
): Selection | undefined {
  try {
    return resolve({ name: 'shop', layers, choices }, catalogue);
  } catch (error) {
    if (error instanceof RoadmapError && error.code === 'impossible') return undefined;
    throw error;
  }
}
