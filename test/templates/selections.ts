import { make } from 'covertable';
import fc from 'fast-check';
import { type PackageManager, packageManagers } from '../../src/roadmap/answers.ts';
import type { Catalogue } from '../../src/roadmap/catalogue.ts';
import { layersOf, takenValue } from '../../src/roadmap/layers-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import type { Selection } from '../../src/roadmap/selection.ts';

/** For each layer that may be there or not, or comes in values: the value, `in`, or `out`. */
export type Row = Readonly<Record<string, string>>;

const OUT = 'out';
const IN = 'in';

/**
 * @param catalogue the roadmap
 * @param seed decides which of many such sets it is
 * @returns selections among which any two values of any two layers or choices stand beside each
 *   other at least once, if they can; and one more at random
 */
export function coveringSelections(catalogue: Catalogue, seed: number): readonly Selection[] {
  const rows: Row[] = make(factorsOf(catalogue), {
    seed,
    preFilter: (row: Row) => isPossible({ ...row }, catalogue),
  });
  // Where little goes together, the library gives up some pairs that do.
  for (const pair of pairsOf(catalogue)) {
    if (!rows.some((row) => hasPair(row, pair))) rows.push(completed(pair, catalogue, rows.length));
  }
  return selectionsOf([...rows, ...randomRows(1, catalogue, seed)], catalogue);
}

/** Every two things that can be said of two layers together. */
export function pairsOf(catalogue: Catalogue): readonly Row[] {
  const factors = Object.entries(factorsOf(catalogue));
  const all = factors.flatMap(([one, values], index) =>
    factors
      .slice(index + 1)
      .flatMap(([other, others]) =>
        values.flatMap((a) => others.map((b) => ({ [one]: a, [other]: b }))),
      ),
  );
  return all.filter((pair) => isPossible(pair, catalogue));
}

/** Whether a row says both things of a pair. */
export function hasPair(row: Row, pair: Row): boolean {
  return Object.entries(pair).every(([id, value]) => (row[id] ?? OUT) === value);
}

/** @param turn which of the values that go with the rest are taken */
function completed(pair: Row, catalogue: Catalogue, turn: number): Row {
  let row = pair;
  for (const [id, values] of Object.entries(factorsOf(catalogue))) {
    if (row[id] !== undefined) continue;
    const before = row;
    const left = values.filter((value) => isPossible({ ...before, [id]: value }, catalogue));
    row = { ...row, [id]: left[turn % left.length] ?? OUT };
  }
  return row;
}

/**
 * @param count how many are drawn besides
 * @returns a covering set; for each value of each choice the smallest and the largest selection;
 *   what is left of any of these without one layer; and a draw
 */
export function manySelections(
  catalogue: Catalogue,
  seed: number,
  count = 50,
): readonly Selection[] {
  const large = [...coveringSelections(catalogue, seed).map(rowOf), ...extremes(catalogue)];
  const less = large.flatMap((row) => Object.keys(row).map((id) => ({ ...row, [id]: OUT })));
  const rows = [...large, ...less, ...randomRows(count, catalogue, seed)];
  const factors = factorsOf(catalogue);
  const known = rows.filter((row) =>
    Object.entries(row).every(([id, value]) => factors[id]?.includes(value) ?? true),
  );
  return selectionsOf(
    known.filter((row) => isPossible(row, catalogue)),
    catalogue,
  );
}

/** The layers that most projects are made of, with what can be said of each. */
export const commonLayers: Readonly<Record<string, readonly string[]>> = {
  http: ['fastify'],
  database: [OUT, 'postgres'],
  web: [OUT, 'html'],
  api: [OUT, IN],
  docker: [OUT, IN],
  'github-actions': [OUT, IN],
  hardening: [OUT, IN],
  auth: [OUT, IN],
  cache: [OUT, IN],
  indexes: [OUT, IN],
};

/**
 * @param values for each of some layers, what is said of it in turn; nothing is said of the others
 * @returns every selection that says one thing of each, if it can be had
 */
export function allSelections(
  values: Readonly<Record<string, readonly string[]>>,
  catalogue: Catalogue,
): readonly Selection[] {
  const rows = Object.entries(values).reduce<readonly Row[]>(
    (before, [id, all]) => before.flatMap((row) => all.map((value) => ({ ...row, [id]: value }))),
    [{}],
  );
  const others = Object.keys(factorsOf(catalogue)).filter((id) => values[id] === undefined);
  const out = Object.fromEntries(others.map((id) => [id, OUT]));
  return selectionsOf(
    rows.map((row) => ({ ...out, ...row })).filter((row) => isPossible(row, catalogue)),
    catalogue,
  );
}

/** The layers that are there, each with what can be said of it. */
export function factorsOf(catalogue: Catalogue): Record<string, string[]> {
  const available = layersOf(catalogue).filter((layer) => !layer.coming);
  const factors = available.map(({ id, always, choices }): [string, string[]] => {
    const values = choices.filter(({ coming }) => !coming).map((value) => value.id);
    return [id, [...(choices.length > 0 ? values : [IN]), ...(always ? [] : [OUT])]];
  });
  return Object.fromEntries(factors.filter(([, values]) => values.length > 1));
}

/** Whether what is said so far of some of the layers can be had together, as it is said. */
export function isPossible(row: Row, catalogue: Catalogue): boolean {
  const names = new Set(
    layersOf(catalogue).flatMap(({ id, absent }) => {
      if (row[id] === undefined) return [];
      if (row[id] === OUT) return absent === undefined ? [] : [absent];
      return [id, row[id]];
    }),
  );
  return layersOf(catalogue).every((layer) => {
    const said = row[layer.id];
    if (said === undefined || said === OUT) return true;
    const value = takenValue(layer, { [layer.id]: said });
    return [layer, ...(value === undefined ? [] : [value])].every(
      ({ requires, conflicts }) =>
        requires.every((id) => row[id] !== OUT) && !conflicts.some((it) => names.has(it.with)),
    );
  });
}

/** What a selection says of each layer. */
export function rowOf({ layers, choices }: Selection): Row {
  return Object.fromEntries(layers.map((id) => [id, choices[id] ?? IN]));
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

/** For each value of each choice, with nothing that can be left out, and with all there is. */
function extremes(catalogue: Catalogue): readonly Row[] {
  const factors = Object.entries(factorsOf(catalogue));
  const all = (index: 0 | -1) =>
    Object.fromEntries(factors.map(([id, values]) => [id, values.at(index) ?? OUT]));
  const smallest = Object.fromEntries(
    factors.map(([id, values]) => [id, values.includes(OUT) ? OUT : (values[0] ?? OUT)]),
  );
  return factors.flatMap(([id, values]) =>
    values.flatMap((value) => [
      { ...smallest, [id]: value },
      { ...all(0), [id]: value },
    ]),
  );
}

function randomRows(count: number, catalogue: Catalogue, seed: number): readonly Row[] {
  const factors = Object.entries(factorsOf(catalogue));
  const row = fc.record(
    Object.fromEntries(factors.map(([id, values]) => [id, fc.constantFrom(...values)])),
  );
  return fc.sample(
    row.filter((it) => isPossible(it, catalogue)),
    { numRuns: count, seed },
  );
}

/** @throws when one of them cannot be had, or not without something more */
function selectionsOf(rows: readonly Row[], catalogue: Catalogue): readonly Selection[] {
  const choices = new Map(layersOf(catalogue).map((layer) => [layer.id, layer.choices.length > 0]));
  const found = new Map<string, Selection>();
  for (const row of rows) {
    const taken = Object.entries(row).filter(([, value]) => value !== OUT);
    const layers = taken.map(([id]) => id);
    const values = Object.fromEntries(taken.filter(([id]) => choices.get(id)));
    const selection = resolve({ name: 'shop', layers, choices: values }, catalogue);
    const more = selection.implied.filter(({ layer }) => row[layer] === OUT);
    if (more.length > 0) throw new Error(`${JSON.stringify(row)} implies ${more[0]?.layer}`);
    found.set(JSON.stringify([selection.layers, selection.choices]), selection);
  }
  return [...found.values()];
}
