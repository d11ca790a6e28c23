import type { Preset } from './answers.ts';
import type { Catalogue, Layer } from './catalogue.ts';
import { layersOf } from './layers-of.ts';
import { RoadmapError } from './roadmap-error.ts';
import { suggest } from './suggest.ts';

/** How far each preset goes; `everything` is not a stage but all layers. */
const reachedBy: Readonly<Record<Preset, number | 'everything'>> = {
  minimal: 2,
  portfolio: 8,
  workshop: 8,
  everything: 'everything',
};

/**
 * @param preset one of the presets
 * @param catalogue the roadmap
 * @returns the layers that it brings as far as they are possible, in the order of the roadmap
 */
export function layersOfPreset(preset: Preset, catalogue: Catalogue): readonly Layer[] {
  const reached = reachedBy[preset];
  return reached === 'everything' ? layersOf(catalogue) : layersUpTo(reached, catalogue);
}

/**
 * @param reached number or name of a stage
 * @param catalogue the roadmap
 * @returns the default layers of every stage up to it, in the order of the roadmap
 * @throws RoadmapError `impossible` when there is no such stage
 */
export function layersReached(reached: number | string, catalogue: Catalogue): readonly Layer[] {
  const stage = catalogue.stages.find(
    ({ name, number }) => name === reached || number === Number(reached),
  );
  if (stage !== undefined) return layersUpTo(stage.number, catalogue);
  const names = catalogue.stages.map(({ name }) => name);
  throw new RoadmapError(
    'impossible',
    `There is no stage "${reached}" on the roadmap.`,
    Number.isNaN(Number(reached))
      ? suggest(String(reached), names)
      : `Take a number from 1 to ${catalogue.stages.at(-1)?.number}, or one of: ${names.join(', ')}.`,
  );
}

function layersUpTo(number: number, catalogue: Catalogue): readonly Layer[] {
  return layersOf(catalogue).filter((layer) => layer.default && layer.stage <= number);
}
