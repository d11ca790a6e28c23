import type { Answers } from '../../src/roadmap/answers.ts';
import type { Catalogue, Layer } from '../../src/roadmap/catalogue.ts';

/** What the rules say the answers mean, in sets. */
export interface Verdict {
  readonly layers: readonly string[];
  readonly named: readonly string[];
  readonly implied: readonly string[];
  readonly leftOut: readonly string[];
}

/**
 * The rules of `resolve` a second time, in another way: as relations between all pairs of layers,
 * and as the first of all subsets of what is offered.
 *
 * @param answers what was said
 * @param catalogue the roadmap
 * @returns what they mean, or undefined when they are impossible
 */
export function oracle(answers: Answers, catalogue: Catalogue): Verdict | undefined {
  const all = catalogue.stages.flatMap((stage) => stage.layers);
  const { choices = {}, without = [], layers = [], reached, preset } = answers;
  const scopes = [answers.layers, reached, preset].filter((it) => it !== undefined);
  const ids = all.map((layer) => layer.id);
  const takes = (layer: Layer) => choices[layer.id] ?? layer.choices[0]?.id;
  const isAbsent = (layer: Layer) =>
    layer.absent !== undefined && choices[layer.id] === layer.absent;

  if (scopes.length > 1) return undefined;
  if ([...layers, ...without].some((id) => !ids.includes(id))) return undefined;
  for (const [choice, said] of Object.entries(choices)) {
    const layer = all.find(({ id }) => id === choice);
    const value = layer?.choices.find(({ id }) => id === said);
    const isThere = value !== undefined && !value.coming;
    if (layer === undefined || layer.choices.length === 0) return undefined;
    if (!isThere && !isAbsent(layer)) return undefined;
    if (!isAbsent(layer) && without.includes(choice)) return undefined;
  }

  const { brings, clash } = relations(all, takes);
  const impossible = (layer: Layer) =>
    isAbsent(layer) ||
    layer.coming ||
    layer.choices.some(({ id, coming }) => coming && id === takes(layer));
  const closure = (roots: readonly Layer[]) =>
    all.filter((it) => roots.some((root) => brings(root, it)));
  const stands = (roots: readonly Layer[]) => {
    const set = closure(roots);
    return !set.some((a) => impossible(a) || set.some((b) => clash(a, b)));
  };

  const byName = (layer: Layer) =>
    !without.includes(layer.id) &&
    (layers.includes(layer.id) || (choices[layer.id] !== undefined && !isAbsent(layer)));
  const hard = all.filter((layer) => layer.always || byName(layer));
  if (!stands(hard)) return undefined;

  const range = offeredRange(answers, catalogue);
  if (range === undefined) return undefined;
  const offers = range.filter((layer) => !layer.always && !without.includes(layer.id));
  const taken = firstSubset(offers, (subset) => stands([...hard, ...subset])) ?? [];
  const selected = closure([...hard, ...taken]);
  if (selected.some(({ id }) => without.includes(id))) return undefined;
  const named = all.filter((it) => hard.includes(it) || taken.includes(it));
  const toIds = (some: readonly Layer[]) => some.map(({ id }) => id);
  return {
    layers: toIds(selected),
    named: toIds(named.filter((layer) => !layer.always)).sort(),
    implied: toIds(selected.filter((layer) => !named.includes(layer))),
    leftOut: toIds(offers.filter((layer) => !taken.includes(layer))),
  };
}

/** Reachability by Warshall's algorithm, and conflicts between any two names of two layers. */
function relations(all: readonly Layer[], takes: (layer: Layer) => string | undefined) {
  const value = (layer: Layer) => layer.choices.find(({ id }) => id === takes(layer));
  const said = (layer: Layer) => [...layer.requires, ...(value(layer)?.requires ?? [])];
  const edges = all.map((a) => all.map((b) => a === b || said(a).includes(b.id)));
  for (const k of all.keys()) {
    for (const i of all.keys()) {
      for (const j of all.keys()) {
        const row = edges[i];
        if (row !== undefined && row[k] === true && edges[k]?.[j] === true) row[j] = true;
      }
    }
  }
  const parts = (layer: Layer) => [layer, ...[value(layer)].filter((it) => it !== undefined)];
  return {
    brings: (a: Layer, b: Layer) => edges[all.indexOf(a)]?.[all.indexOf(b)] === true,
    clash: (a: Layer, b: Layer) =>
      parts(a).some((one) =>
        parts(b).some((two) => one.conflicts.some((conflict) => conflict.with === two.id)),
      ),
  };
}

function offeredRange(answers: Answers, catalogue: Catalogue): readonly Layer[] | undefined {
  const all = catalogue.stages.flatMap((stage) => stage.layers);
  if (answers.preset === 'everything') return all;
  const preset = { minimal: 2, portfolio: 8, workshop: 8 };
  const reached = answers.preset === undefined ? answers.reached : preset[answers.preset];
  if (reached === undefined) return [];
  const stage = catalogue.stages.find(({ name, number }) => [name, number].includes(reached));
  if (stage === undefined) return undefined;
  return all.filter((layer) => layer.default && layer.stage <= stage.number);
}

/**
 * The first subset that holds, where those with the first element come before those without it.
 * What does not hold for a subset does not hold for any larger one.
 */
function firstSubset<T>(
  items: readonly T[],
  holds: (subset: readonly T[]) => boolean,
  before: readonly T[] = [],
): readonly T[] | undefined {
  if (!holds(before)) return undefined;
  const [first, ...rest] = items;
  if (first === undefined) return before;
  return firstSubset(rest, holds, [...before, first]) ?? firstSubset(rest, holds, before);
}
