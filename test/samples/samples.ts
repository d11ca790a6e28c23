import { createHash } from 'node:crypto';
import { templatesIn } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import type { Tree } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { packageFolder } from '../support/program.ts';
import { coveringSelections, factorsOf, isPossible } from '../templates/selections.ts';

/** How many are written and tried at least; the seed chooses. */
const fewestSamples = 8;

/** The commit, in .ci/run; without it always the same samples. */
export const seed = Number(process.env.SEED ?? 1);

export const templates = await templatesIn(`${packageFolder}templates`);
export const catalogue = catalogueOf(templates);

/** A project to be written and tried. */
export interface Sample {
  /** What is selected beyond what every project has. */
  readonly name: string;
  readonly selection: Selection;
  /** Its layers, and the values of its choices. */
  readonly layers: ReadonlySet<string>;
}

/** The values that a choice has so far. */
export function valuesOf(choice: string): readonly string[] {
  return (factorsOf(catalogue)[choice] ?? []).filter((value) => value !== 'out');
}

/**
 * @param names layers, and values of choices
 * @returns the sample that has these, what they require, and nothing else
 */
export function sampleWith(...names: readonly string[]): Sample {
  const choiceOf = (name: string) =>
    layersOf(catalogue).find(({ choices }) => choices.some(({ id }) => id === name))?.id;
  const layers = names.filter((name) => choiceOf(name) === undefined);
  const values = names.filter((name) => choiceOf(name) !== undefined);
  const choices = Object.fromEntries(values.map((name) => [choiceOf(name) ?? '', name]));
  return sampleOf(resolve({ name: 'sample', layers, choices }, catalogue));
}

/** All layers that go together with these values of choices. */
export function largestWith(...values: readonly string[]): Sample {
  const factors = Object.entries(factorsOf(catalogue));
  const row: Record<string, string> = {};
  for (const [id, all] of factors) row[id] = all.find((it) => values.includes(it)) ?? 'out';
  for (const [id, [first = 'out']] of factors) {
    const more = { ...row, [id]: first };
    if (row[id] === 'out' && isPossible(more, catalogue)) row[id] = first;
  }
  const taken = Object.entries(row).filter(([, value]) => value !== 'out');
  return sampleWith(...taken.map(([id, value]) => (value === 'in' ? id : value)));
}

/** Any two values of any two layers or choices are together in one of these, if they can be. */
export const everySample: readonly Sample[] = [
  ...coveringSelections(catalogue, seed).map(sampleOf),
  ...valuesOf('http').flatMap((http) => [sampleWith(http), largestWith(http)]),
].sort((a, b) => a.layers.size - b.layers.size);

/** Those whose own tests are run: the smallest, the largest, and others until all layers were in. */
export const samples: readonly Sample[] = chosen();

/** @returns the project that the sample is, in memory */
export function treeOf({ selection }: Pick<Sample, 'selection'>): Tree {
  return render(selection, templates);
}

function sampleOf(selection: Selection): Sample {
  const { layers, choices } = selection;
  const name = ['sample', ...layers.filter((it) => it !== 'domain')]
    .map((it) => choices[it] ?? it)
    .join('-');
  return {
    name,
    selection: { ...selection, name, packageManager: 'npm' as const },
    layers: new Set([...layers, ...Object.values(choices)]),
  };
}

function chosen(): readonly Sample[] {
  const rank = ({ name }: Sample) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const drawn = everySample.slice(1, -1).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const taken = [everySample[0], everySample.at(-1)].filter((it) => it !== undefined);
  const tried = new Set(taken.flatMap(({ layers }) => [...layers]));
  for (const sample of drawn) {
    const isNew = [...sample.layers].some((layer) => !tried.has(layer));
    if (taken.length >= fewestSamples && !isNew) continue;
    taken.push(sample);
    for (const layer of sample.layers) tried.add(layer);
  }
  return taken;
}
