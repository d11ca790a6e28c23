import type { Catalogue, Layer } from './catalogue.ts';
import { layersOf, namesOf } from './layers-of.ts';
import { RoadmapError } from './roadmap-error.ts';

/**
 * Checks that the manifests speak of each other correctly.
 *
 * @param catalogue the roadmap
 * @throws RoadmapError `templates` for a name used twice, or one that does not exist
 */
export function checkCatalogue(catalogue: Catalogue): void {
  const layers = layersOf(catalogue);
  refuseDoubles(layers);
  const names = namesOf(catalogue);
  const ids = new Set(layers.map((layer) => layer.id));
  const choices = new Set(layers.filter((l) => l.choices.length > 0).map((layer) => layer.id));
  for (const layer of layers) {
    if (layer.absent !== undefined && (layer.always || layer.choices.length === 0)) {
      wrong(layer.folder, '"absent" makes sense only for a choice that can be taken out');
    }
    for (const value of Object.values(layer.kinds).flat()) {
      if (value === layer.absent || layer.choices.some(({ id }) => id === value)) continue;
      wrong(layer.folder, `"kinds" names "${value}", which is not among its values`);
    }
    for (const manifest of [layer, ...layer.choices]) {
      const where = manifest === layer ? layer.folder : `${layer.folder}/${manifest.id}`;
      for (const id of manifest.requires) {
        if (!ids.has(id)) wrong(where, `it requires "${id}", which is not a layer`);
      }
      for (const conflict of manifest.conflicts) {
        if (!names.has(conflict.with)) {
          wrong(
            where,
            `it conflicts with "${conflict.with}", which is neither a layer nor a value`,
          );
        }
      }
      for (const { name, with: beside } of manifest.facts.env) {
        if (beside !== undefined && !names.has(beside)) {
          wrong(where, `it has ${name} beside "${beside}", which is neither a layer nor a value`);
        }
      }
      for (const cell of manifest.cells) {
        if (!choices.has(cell)) wrong(where, `it has cells for "${cell}", which is not a choice`);
      }
    }
  }
}

function refuseDoubles(layers: readonly Layer[]): void {
  const owners = new Map<string, string>();
  for (const layer of layers) {
    const absent = layer.absent === undefined ? [] : [layer.absent];
    const kinds = Object.keys(layer.kinds);
    for (const name of [layer.id, ...layer.choices.map(({ id }) => id), ...absent, ...kinds]) {
      const owner = owners.get(name);
      if (owner !== undefined) wrong(layer.folder, `the name "${name}" is taken by ${owner}`);
      owners.set(name, layer.folder);
    }
  }
}

function wrong(folder: string, what: string): never {
  throw new RoadmapError('templates', `templates/${folder}: ${what}.`, 'Correct its layer.json.');
}
