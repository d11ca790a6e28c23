import type { Layer } from './catalogue.ts';
import { conflictAmong } from './conflict-among.ts';
import type { Requirements } from './requirements.ts';
import type { Because } from './selection.ts';
import type { Wishes } from './wishes.ts';

interface Taken {
  readonly selected: ReadonlySet<Layer>;
  readonly taken: readonly Layer[];
  readonly leftOut: readonly Because[];
}

/**
 * Takes of the layers that `reached` or `preset` offers, one after the other in the order of the
 * roadmap, each that can stand beside what is there already.
 *
 * @param wishes what was asked for
 * @param named all layers that must be there
 * @param requirements who requires what
 * @returns all layers selected, which of the offered ones were taken, and why the others were not
 */
export function takeOffered(
  wishes: Wishes,
  named: ReadonlySet<Layer>,
  requirements: Requirements,
): Taken {
  let selected = named;
  const taken: Layer[] = [];
  const leftOut: Because[] = [];
  for (const layer of wishes.offered) {
    const brings = requirements.closure([layer]);
    const together = new Set([...selected, ...brings]);
    const because = selected.has(layer)
      ? undefined
      : (obstacleIn(brings, layer, requirements) ?? conflictIn(together, wishes));
    if (because === undefined) {
      selected = together;
      taken.push(layer);
    } else {
      leftOut.push({ layer: layer.id, because });
    }
  }
  return { selected, taken, leftOut };
}

function obstacleIn(
  brings: ReadonlySet<Layer>,
  layer: Layer,
  requirements: Requirements,
): string | undefined {
  for (const it of brings) {
    const obstacle = requirements.obstacle(it);
    if (obstacle === undefined) continue;
    return it === layer ? `it ${obstacle}` : `it requires ${it.id}, which ${obstacle}`;
  }
  return undefined;
}

function conflictIn(together: ReadonlySet<Layer>, wishes: Wishes): string | undefined {
  const conflict = conflictAmong(together, wishes.choices);
  if (conflict === undefined) return undefined;
  return `${conflict.one} and ${conflict.other} cannot stand together: ${conflict.because}`;
}
