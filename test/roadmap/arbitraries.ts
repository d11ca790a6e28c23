import fc from 'fast-check';
import { type Answers, presets } from '../../src/roadmap/answers.ts';
import type { Catalogue } from '../../src/roadmap/catalogue.ts';
import { aCatalogue, type LayerSketch, stageNames } from './a-catalogue.ts';

const rarely = fc.integer({ min: 0, max: 5 }).map((it) => it === 0);

/** Roadmaps of up to nine layers that require and exclude each other at random. */
export const anyCatalogue: fc.Arbitrary<Catalogue> = fc
  .integer({ min: 1, max: 9 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `layer${index}`);
    const names = [...ids, ...ids.flatMap((id) => [`${id}-a`, `${id}-b`])];
    return fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), aSketch(id, ids)))).map((all) => {
      const layers = all.toSorted(([, a], [, b]) => (a.stage ?? 1) - (b.stage ?? 1));
      const existing = new Set([
        ...ids,
        ...layers.flatMap(([, it]) => Object.keys(it.values ?? {})),
      ]);
      return aCatalogue(existingConflicts(Object.fromEntries(layers), existing));
    });

    function aSketch(id: string, others: readonly string[]): fc.Arbitrary<LayerSketch> {
      const requires = fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        fc.subarray([...others], { maxLength: Math.min(2, others.length) }),
      );
      const conflicts = fc.oneof(
        { weight: 4, arbitrary: fc.constant<string[]>([]) },
        fc.subarray(names, { maxLength: 2 }),
      );
      const value = fc.record({ coming: rarely, requires, conflicts });
      return fc
        .record({
          stage: fc.integer({ min: 1, max: stageNames.length }),
          always: rarely,
          default: fc.boolean(),
          coming: rarely,
          requires,
          conflicts,
          values: fc.array(value, { maxLength: 2 }),
          absent: fc.boolean(),
        })
        .map(({ values, absent, coming, ...rest }) => {
          const pairs = values.map((it, index) => [`${id}-${'ab'[index]}`, it]);
          const canBeAbsent = absent && pairs.length > 0 && !rest.always;
          return {
            ...rest,
            coming: coming && !rest.always,
            values: Object.fromEntries(pairs),
            ...(canBeAbsent ? { absent: `${id}-none` } : {}),
          };
        });
    }
  });

/** Answers about a roadmap, mostly sensible. */
export function answersAbout(catalogue: Catalogue): fc.Arbitrary<Answers> {
  const all = catalogue.stages.flatMap((stage) => stage.layers);
  const ids = all.map((layer) => layer.id);
  const known = fc.constantFrom(...ids);
  const name = fc.oneof({ weight: 40, arbitrary: known }, fc.constant('nothing'));
  const some = fc.array(name, { maxLength: 4 });
  const choice = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...all).chain(choiceOf) },
    fc.constant<[string, string]>(['nothing', 'at-all']),
  );
  const stage = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(...stageNames));
  const scope = fc.oneof(
    fc.record({ layers: some }),
    fc.record({ reached: stage }),
    fc.record({ preset: fc.constantFrom(...presets) }),
    fc.constant({}),
  );
  const rest = fc.record({
    without: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, some),
    choices: fc.array(choice, { maxLength: 2 }).map((pairs) => Object.fromEntries(pairs)),
  });
  return fc.tuple(scope, rest).map(([one, other]) => ({ name: 'shop', ...one, ...other }));
}

function choiceOf(layer: { id: string; absent?: string | undefined; values: readonly string[] }) {
  const absent = layer.absent === undefined ? [] : [layer.absent];
  return fc
    .constantFrom(...layer.values, ...absent, `${layer.id}-c`)
    .map((value) => [layer.id, value]);
}

/** Turns names into conflicts with them, as far as they exist. */
function existingConflicts(
  layers: Readonly<Record<string, LayerSketch>>,
  names: ReadonlySet<string>,
): Record<string, LayerSketch> {
  const conflictsOf = ({ conflicts }: LayerSketch) =>
    (Array.isArray(conflicts) ? conflicts.map(String) : [])
      .filter((name) => names.has(name))
      .map((name) => ({ with: name, because: 'it is so' }));
  return mapValues(layers, (layer) => ({
    ...layer,
    conflicts: conflictsOf(layer),
    values: mapValues(layer.values ?? {}, (value) => ({ ...value, conflicts: conflictsOf(value) })),
  }));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
