import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';

/** A layer as a test writes it: what is not said has its default, and `coming` means no files. */
export interface LayerSketch {
  readonly stage?: number;
  readonly coming?: boolean;
  readonly values?: Readonly<Record<string, ValueSketch>>;
  readonly [key: string]: unknown;
}

export interface ValueSketch {
  readonly coming?: boolean;
  readonly [key: string]: unknown;
}

export const stageNames = [
  'backend',
  'fundamentals',
  'web',
  'databases',
  'apis',
  'deployment',
  'security',
  'performance',
] as const;

/**
 * @param layers id → sketch, in the order of the roadmap
 * @returns the templates that such a roadmap would have
 */
export function templatesOf(layers: Readonly<Record<string, LayerSketch>>) {
  const templates = new Map<string, { contents: string }>();
  const put = (path: string, data: unknown) =>
    templates.set(path, { contents: JSON.stringify(data) });
  for (const [index, name] of stageNames.entries()) {
    const folder = `0${index + 1}-${name}`;
    const here = Object.entries(layers).filter(([, { stage = 1 }]) => stage === index + 1);
    put(`${folder}/stage.json`, {
      name,
      title: name,
      summary: name,
      layers: here.map(([id]) => id),
    });
    for (const [id, { stage: _, coming = false, values = {}, ...manifest }] of here) {
      const said = { title: id, summary: id, ...manifest };
      put(`${folder}/${id}/layer.json`, { ...said, values: Object.keys(values) });
      if (!coming && Object.keys(values).length === 0) put(`${folder}/${id}/files/${id}.txt`, id);
      for (const [value, { coming: isComing = false, ...rest }] of Object.entries(values)) {
        put(`${folder}/${id}/${value}/layer.json`, { title: value, summary: value, ...rest });
        if (!isComing) put(`${folder}/${id}/${value}/files/${value}.txt`, value);
      }
    }
  }
  return templates;
}

/**
 * @param layers id → sketch, in the order of the roadmap
 * @returns such a roadmap
 */
export function aCatalogue(layers: Readonly<Record<string, LayerSketch>>) {
  return catalogueOf(templatesOf(layers));
}
