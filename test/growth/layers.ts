import { loadTemplates } from '../../src/project/templates.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';

/** The layers that one may have or not, as far as they are there. */
export const layersThere: readonly string[] = layersOf(catalogueOf(await loadTemplates()))
  .filter(({ always, coming }) => !always && !coming)
  .map(({ id }) => id);
