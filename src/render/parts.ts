import type { Catalogue } from '../roadmap/catalogue.ts';
import { layersOf, takenValue } from '../roadmap/layers-of.ts';
import type { LayerManifest } from '../roadmap/manifest.ts';
import type { Selection } from '../roadmap/selection.ts';

/** A selected layer, or the selected value of a choice: a folder that adds files and facts. */
export interface Part {
  readonly id: string;
  readonly stage: number;
  /** Its folder below templates/. */
  readonly folder: string;
  readonly manifest: LayerManifest;
}

/**
 * @param selection what the project consists of
 * @param catalogue the roadmap
 * @returns the parts in the order of the roadmap, a choice before its value
 */
export function partsOf(selection: Selection, catalogue: Catalogue): readonly Part[] {
  const selected = new Set(selection.layers);
  return layersOf(catalogue)
    .filter((layer) => selected.has(layer.id))
    .flatMap((layer) => {
      const { id, stage, folder } = layer;
      const part = { id, stage, folder, manifest: layer };
      const value = takenValue(layer, selection.choices);
      if (value === undefined) return [part];
      return [part, { id: value.id, stage, folder: `${folder}/${value.id}`, manifest: value }];
    });
}
