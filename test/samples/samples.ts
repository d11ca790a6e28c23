import { createHash } from 'node:crypto';
import { templatesIn } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import type { Tree } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { packageFolder } from '../support/program.ts';
import { allSelections } from '../templates/selections.ts';

/** Above this, the seed chooses. */
const mostSamples = 8;

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

/** Every selection there is, or a draw of them when there are many. */
export const samples: readonly Sample[] = drawn(
  allSelections(catalogue, seed).map((selection) => {
    const { layers, choices } = selection;
    const name = ['sample', ...layers.filter((it) => it !== 'domain')]
      .map((it) => choices[it] ?? it)
      .join('-');
    return {
      name,
      selection: { ...selection, name, packageManager: 'npm' },
      layers: new Set([...layers, ...Object.values(choices)]),
    };
  }),
);

/**
 * @param layers what the sample must have
 * @returns the first such sample
 * @throws when there is none
 */
export function sampleWith(...layers: readonly string[]): Sample {
  const found = samples.find((sample) => layers.every((layer) => sample.layers.has(layer)));
  if (found === undefined) throw new Error(`No sample has ${layers.join(' and ')}.`);
  return found;
}

/** @returns the project that the sample is, in memory */
export function treeOf({ selection }: Pick<Sample, 'selection'>): Tree {
  return render(selection, templates);
}

function drawn(all: readonly Sample[]): readonly Sample[] {
  const rank = ({ name }: Sample) => createHash('sha256').update(`${seed} ${name}`).digest('hex');
  return all.length <= mostSamples
    ? all
    : [...all].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, mostSamples);
}
