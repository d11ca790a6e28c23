import type { Answers } from './answers.ts';
import type { Catalogue, Layer } from './catalogue.ts';
import { layersOf, takenValue } from './layers-of.ts';
import { refuseConflict, refuseObstacles, refuseValuesToCome, refuseWithout } from './refusals.ts';
import { type Requirements, requirementsOf } from './requirements.ts';
import type { Because, Selection } from './selection.ts';
import { takeOffered } from './take-offered.ts';
import { type Wishes, wishesOf } from './wishes.ts';

/**
 * Concludes from what the user said what the project consists of.
 *
 * @param answers what the user said
 * @param catalogue the roadmap
 * @returns every layer and choice of the project, with what was implied or left out and why
 * @throws RoadmapError `impossible` when the answers name what does not exist, what is still
 *   coming, or what cannot stand together
 */
export function resolve(answers: Answers, catalogue: Catalogue): Selection {
  const all = layersOf(catalogue);
  const wishes = wishesOf(answers, catalogue);
  const requirements = requirementsOf(all, wishes.choices);
  refuseValuesToCome(wishes, all);
  const named = requirements.closure(wishes.named);
  refuseObstacles(named, wishes, requirements);
  refuseConflict(named, wishes);

  const { selected, taken, leftOut } = takeOffered(wishes, named, requirements);
  const layers = all.filter((layer) => selected.has(layer));
  refuseWithout(layers, wishes, requirements);

  const asked = new Set([...wishes.named, ...taken]);
  return {
    name: wishes.name,
    packageManager: wishes.packageManager,
    answers: {
      layers: [...asked]
        .filter((layer) => !layer.always)
        .map((layer) => layer.id)
        .sort(),
      choices: sorted(wishes.choices),
    },
    stages: [...new Set(layers.map((layer) => layer.stage))],
    layers: layers.map((layer) => layer.id),
    choices: choicesOf(layers, wishes),
    implied: layers
      .filter((layer) => !asked.has(layer))
      .map((layer) => impliedBy(layer, layers, requirements)),
    leftOut,
  };
}

function impliedBy(layer: Layer, layers: readonly Layer[], requirements: Requirements): Because {
  const who = requirements.requirerOf(layer, layers);
  return { layer: layer.id, because: `${who} requires it` };
}

function choicesOf(layers: readonly Layer[], wishes: Wishes): Record<string, string> {
  return Object.fromEntries(
    layers.flatMap((layer) => {
      const value = takenValue(layer, wishes.choices);
      return value === undefined ? [] : [[layer.id, value.id]];
    }),
  );
}

function sorted(choices: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1)));
}
