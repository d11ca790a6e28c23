import type { Tree, TreeFile } from '../render/tree.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { catalogueOf, rememberCatalogue } from '../roadmap/catalogue-of.ts';

/** All templates as one JSON value: dist/templates.json. */
export interface PackedTemplates {
  /** Read and checked at build time, so that no run has to do it again. */
  readonly catalogue: Catalogue;
  /** Path → contents, or → `[contents]` when executable. */
  readonly files: Readonly<Record<string, string | readonly [string]>>;
}

/**
 * @param templates all templates
 * @returns the same as one JSON value
 * @throws RoadmapError `templates` when a manifest is wrong
 */
export function pack(templates: Tree): PackedTemplates {
  const files = [...templates].map(([path, { contents, executable }]) => {
    return [path, executable === true ? ([contents] as const) : contents] as const;
  });
  return { catalogue: catalogueOf(templates), files: Object.fromEntries(files) };
}

/**
 * @param packed what `pack` made
 * @returns the templates that it was made of
 */
export function unpack({ catalogue, files }: PackedTemplates): Tree {
  const templates = new Map(
    Object.entries(files).map(([path, it]): [string, TreeFile] =>
      typeof it === 'string'
        ? [path, { contents: it }]
        : [path, { contents: it[0], executable: true }],
    ),
  );
  rememberCatalogue(templates, catalogue);
  return templates;
}
