import type { Answers } from './answers.ts';
import type { Catalogue, Layer } from './catalogue.ts';
import { conflictAmong } from './conflict-among.ts';
import { layersOf, takenValue } from './layers-of.ts';
import { type Requirements, requirementsOf } from './requirements.ts';
import { RoadmapError } from './roadmap-error.ts';
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
  refuseUnknownFuture(wishes, all);
  const named = requirements.closure(wishes.named);
  for (const layer of named) refuseObstacle(layer, named, wishes, requirements);
  refuseConflict(named, wishes);

  const { selected, taken, leftOut } = takeOffered(wishes, named, requirements);
  const layers = all.filter((layer) => selected.has(layer));
  for (const layer of layers) refuseWithout(layer, layers, wishes, requirements);

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

/** A value that is coming is refused even when its layer is left out: nobody can have meant it. */
function refuseUnknownFuture(wishes: Wishes, all: readonly Layer[]): void {
  for (const [choice, said] of Object.entries(wishes.choices)) {
    const layer = all.find((it) => it.id === choice);
    const value = layer?.choices.find((it) => it.id === said);
    if (layer === undefined || value?.coming !== true) continue;
    throw new RoadmapError('impossible', `${choice} ${said} is still coming.`, instead(layer));
  }
}

function refuseObstacle(
  layer: Layer,
  named: ReadonlySet<Layer>,
  wishes: Wishes,
  requirements: Requirements,
): void {
  const obstacle = requirements.obstacle(layer);
  if (obstacle === undefined) return;
  if (wishes.named.includes(layer)) {
    throw new RoadmapError('impossible', `${layer.id} ${obstacle}.`, instead(layer));
  }
  const who = requirerOf(layer, [...named], requirements);
  throw new RoadmapError(
    'impossible',
    `${who} requires ${layer.id}, which ${obstacle}.`,
    `Leave ${who} out, or say otherwise for ${layer.id}. ${instead(layer)}`,
  );
}

function instead(layer: Layer): string {
  const values = layer.choices.filter((value) => !value.coming).map((value) => value.id);
  if (values.length === 0) return `Leave ${layer.id} out for now.`;
  return `Of ${layer.id} there is: ${values.join(', ')}.`;
}

function refuseConflict(named: ReadonlySet<Layer>, wishes: Wishes): void {
  const conflict = conflictAmong(named, wishes.choices);
  if (conflict === undefined) return;
  throw new RoadmapError(
    'impossible',
    `${conflict.one} and ${conflict.other} cannot stand together: ${conflict.because}.`,
    `Leave out ${conflict.one} or ${conflict.other}.`,
  );
}

function refuseWithout(
  layer: Layer,
  layers: readonly Layer[],
  wishes: Wishes,
  requirements: Requirements,
): void {
  if (!wishes.without.has(layer.id)) return;
  if (layer.always) {
    throw new RoadmapError(
      'impossible',
      `${layer.id} cannot be left out: every project has it.`,
      `Take ${layer.id} out of what is to be left out.`,
    );
  }
  const who = requirerOf(layer, layers, requirements);
  throw new RoadmapError(
    'impossible',
    `${layer.id} cannot be left out: ${who} requires it.`,
    `Leave ${who} out as well, or keep ${layer.id}.`,
  );
}

function requirerOf(
  layer: Layer,
  layers: readonly Layer[],
  requirements: Requirements,
): string | undefined {
  return layers.flatMap((it) => requirements.of(it)).find((it) => it.layer === layer)?.who;
}

function impliedBy(layer: Layer, layers: readonly Layer[], requirements: Requirements): Because {
  const who = requirerOf(layer, layers, requirements);
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
