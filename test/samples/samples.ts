import { createHash } from 'node:crypto';
import { templatesIn } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import type { Tree } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { packageFolder } from '../support/program.ts';
import { allSelections } from '../templates/selections.ts';

/** How many are written; when there are more, the seed chooses. */
const mostSamples = 6;

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

const chosen = drawn(mostSamples - 2);

/** Those to be written and tried: the smallest, the largest, and of the rest a draw. */
export const samples: readonly Sample[] = everySample.filter(
  (sample, index) => index === 0 || index === everySample.length - 1 || chosen.has(sample.name),
);

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

function drawn(count: number): ReadonlySet<string> {
  const rank = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  const names = everySample.slice(1, -1).map(({ name }) => name);
  return new Set(names.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, count));
}
