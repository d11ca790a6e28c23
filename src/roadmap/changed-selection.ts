import type { Answers } from './answers.ts';
import type { Catalogue, Layer } from './catalogue.ts';
import { layersOf } from './layers-of.ts';
import { resolve } from './resolve.ts';
import { RoadmapError } from './roadmap-error.ts';
import type { Selection } from './selection.ts';
import { suggest } from './suggest.ts';

type Choices = Readonly<Record<string, string>>;

/**
 * @param before what the project consists of
 * @param layers names of layers that are to come
 * @param choices choice → value, for choices that come with them
 * @param catalogue the roadmap
 * @returns what it consists of then
 * @throws RoadmapError `impossible` when they cannot come; a choice that was made stays made
 */
export function selectionWith(
  before: Selection,
  layers: readonly string[],
  choices: Choices,
  catalogue: Catalogue,
): Selection {
  for (const [choice, value] of Object.entries(choices)) {
    const taken = before.choices[choice];
    if (taken === undefined || taken === value) continue;
    throw new RoadmapError(
      'impossible',
      `The project's ${choice} is ${taken}; growing does not make it ${value}.`,
      `Leave it, or create another project with --${choice} ${value}.`,
    );
  }
  const wanted = new Set([...layers, ...Object.keys(choices)]);
  // "Without this layer" is overruled by the layer's name.
  const kept = Object.entries(before.answers.choices).filter(
    ([choice]) => !wanted.has(choice) || before.choices[choice] !== undefined,
  );
  return resolve(
    answersOf(before, [...before.answers.layers, ...layers], {
      ...Object.fromEntries(kept),
      ...choices,
    }),
    catalogue,
  );
}

/**
 * @param before what the project consists of
 * @param names of layers that are to go
 * @param catalogue the roadmap
 * @returns what it consists of then
 * @throws RoadmapError `impossible` when one of them is not there, or has to stay
 */
export function selectionWithout(
  before: Selection,
  names: readonly string[],
  catalogue: Catalogue,
): Selection {
  const all = layersOf(catalogue);
  const going = new Set(names);
  for (const name of names) checkIsThere(name, before, all);
  const layers = before.answers.layers.filter((id) => !going.has(id));
  const choices = Object.entries(before.answers.choices).filter(([choice]) => !going.has(choice));
  const after = resolve(answersOf(before, layers, Object.fromEntries(choices)), catalogue);
  const staying = after.implied.find(({ layer }) => going.has(layer));
  if (staying === undefined) return after;
  throw new RoadmapError(
    'impossible',
    `${staying.layer} cannot be removed, because ${staying.because}.`,
    'Remove that as well, in the same command.',
  );
}

function checkIsThere(name: string, before: Selection, all: readonly Layer[]): void {
  const layer = all.find(({ id }) => id === name);
  if (layer?.always) {
    throw new RoadmapError(
      'impossible',
      `${name} cannot be removed: every project has it.`,
      'Leave it.',
    );
  }
  if (before.layers.includes(name)) return;
  throw new RoadmapError(
    'impossible',
    `There is no layer "${name}" in this project.`,
    suggest(name, before.layers),
  );
}

function answersOf(before: Selection, layers: readonly string[], choices: Choices): Answers {
  const { name, packageManager } = before;
  return { name, packageManager, layers: [...new Set(layers)], choices };
}
