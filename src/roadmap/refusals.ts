import type { Layer } from './catalogue.ts';
import { conflictAmong } from './conflict-among.ts';
import type { Requirements } from './requirements.ts';
import { RoadmapError } from './roadmap-error.ts';
import type { Wishes } from './wishes.ts';

/**
 * A value that is coming is refused even when its layer is left out: nobody can have meant it.
 *
 * @param wishes what was asked for
 * @param all every layer of the roadmap
 * @throws RoadmapError `impossible` when such a value was chosen
 */
export function refuseValuesToCome(wishes: Wishes, all: readonly Layer[]): void {
  for (const [choice, said] of Object.entries(wishes.choices)) {
    const layer = all.find((it) => it.id === choice);
    const value = layer?.choices.find((it) => it.id === said);
    if (layer === undefined || value?.coming !== true) continue;
    throw impossible(`${choice} ${said} is still coming.`, instead(layer));
  }
}

/**
 * @param named the layers that were asked for by name, with all that they require
 * @param wishes what was asked for
 * @param requirements who requires what
 * @throws RoadmapError `impossible` when one of them cannot come whatever stands beside it
 */
export function refuseObstacles(
  named: ReadonlySet<Layer>,
  wishes: Wishes,
  requirements: Requirements,
): void {
  for (const layer of named) {
    const obstacle = requirements.obstacle(layer);
    if (obstacle === undefined) continue;
    if (wishes.named.includes(layer)) {
      throw impossible(`${layer.id} ${obstacle}.`, instead(layer));
    }
    const who = requirements.requirerOf(layer, named);
    throw impossible(
      `${who} requires ${layer.id}, which ${obstacle}.`,
      `Leave ${who} out, or say otherwise for ${layer.id}. ${instead(layer)}`,
    );
  }
}

/**
 * @param named the layers that were asked for by name, with all that they require
 * @param wishes what was asked for
 * @throws RoadmapError `impossible` when two of them cannot stand together
 */
export function refuseConflict(named: ReadonlySet<Layer>, wishes: Wishes): void {
  const conflict = conflictAmong(named, wishes.choices);
  if (conflict === undefined) return;
  throw impossible(
    `${conflict.one} and ${conflict.other} cannot stand together: ${conflict.because}.`,
    `Leave out ${conflict.one} or ${conflict.other}.`,
  );
}

/**
 * @param layers all layers of the project, in the order of the roadmap
 * @param wishes what was asked for
 * @param requirements who requires what
 * @throws RoadmapError `impossible` when one of them was to be left out
 */
export function refuseWithout(
  layers: readonly Layer[],
  wishes: Wishes,
  requirements: Requirements,
): void {
  const layer = layers.find(({ id }) => wishes.without.has(id));
  if (layer === undefined) return;
  if (layer.always) {
    throw impossible(
      `${layer.id} cannot be left out: every project has it.`,
      `Take ${layer.id} out of what is to be left out.`,
    );
  }
  const who = requirements.requirerOf(layer, layers);
  throw impossible(
    `${layer.id} cannot be left out: ${who} requires it.`,
    `Leave ${who} out as well, or keep ${layer.id}.`,
  );
}

function instead(layer: Layer): string {
  const values = layer.choices.filter((value) => !value.coming).map((value) => value.id);
  if (values.length === 0) return `Leave ${layer.id} out for now.`;
  return `Of ${layer.id} there is: ${values.join(', ')}.`;
}

function impossible(message: string, fix: string): RoadmapError {
  return new RoadmapError('impossible', message, fix);
}
