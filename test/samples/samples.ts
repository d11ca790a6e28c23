import { createHash } from 'node:crypto';
import { templatesIn } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import type { Tree } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { packageFolder } from '../support/program.ts';
import { allSelections } from '../templates/selections.ts';

/** How many are drawn besides those that are always taken; the seed chooses. */
const mostDrawn = 2;

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

/** Every selection there is (a draw of them when there are very many), the smallest first. */
export const everySample: readonly Sample[] = allSelections(catalogue, seed)
  .map((selection) => {
    const { layers, choices } = selection;
    const name = ['sample', ...layers.filter((it) => it !== 'domain')]
      .map((it) => choices[it] ?? it)
      .join('-');
    return {
      name,
      selection: { ...selection, name, packageManager: 'npm' as const },
      layers: new Set([...layers, ...Object.values(choices)]),
    };
  })
  .sort((a, b) => a.layers.size - b.layers.size);

/** The values of all choices, with or without the layer. */
const values = layersOf(catalogue).flatMap(({ choices, absent }) => [
  ...choices.filter(({ coming }) => !coming).map(({ id }) => id),
  ...(absent === undefined ? [] : [absent]),
]);

/** Those to be written and tried: the smallest, the largest, one more for each value, and a draw. */
export const samples: readonly Sample[] = chosen();

/**
 * @param layers what the sample must have
 * @returns the smallest such sample
 * @throws when there is none
 */
export function sampleWith(...layers: readonly string[]): Sample {
  const found = everySample.find((sample) => layers.every((layer) => sample.layers.has(layer)));
  if (found === undefined) throw new Error(`No sample has ${layers.join(' and ')}.`);
  return found;
}

/** @returns the project that the sample is, in memory */
export function treeOf({ selection }: Pick<Sample, 'selection'>): Tree {
  return render(selection, templates);
}

function chosen(): readonly Sample[] {
  const rank = ({ name }: Sample) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const mixed = [...everySample].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const [smallest] = everySample;
  const largest = everySample.reduce((a, b) => (b.layers.size > a.layers.size ? b : a));
  const taken = new Set([largest, ...mixed.slice(0, mostDrawn)]);
  for (const value of values) {
    if ([...taken].some((sample) => has(sample, value))) continue;
    const [found] = mixed.filter((sample) => has(sample, value));
    if (found !== undefined) taken.add(found);
  }
  if (smallest !== undefined) taken.add(smallest);
  return everySample.filter((sample) => taken.has(sample));
}

function has({ layers }: Sample, value: string): boolean {
  return layers.has(value);
}
