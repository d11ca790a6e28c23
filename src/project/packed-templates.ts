import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Tree, TreeFile } from '../render/tree.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { catalogueOf, rememberCatalogue } from '../roadmap/catalogue-of.ts';

/** All templates as one JSON value. */
interface PackedTemplates {
  /** Read and checked at build time, so that no run has to do it again. */
  readonly catalogue: Catalogue;
  /** Path → contents, or → `[contents]` when executable. */
  readonly files: Readonly<Record<string, string | readonly [string]>>;
}

/**
 * @param templates all templates
 * @returns dist/templates.json.br. What is alike in the templates of three frameworks stands too far
 *   apart for the gzip of a package, and not for Brotli; reading it back takes 2 ms
 * @throws RoadmapError `templates` when a manifest is wrong
 */
export function pack(templates: Tree): Uint8Array {
  const files = [...templates].map(([path, { contents, executable }]) => {
    return [path, executable === true ? ([contents] as const) : contents] as const;
  });
  const packed: PackedTemplates = {
    catalogue: catalogueOf(templates),
    files: Object.fromEntries(files),
  };
  return brotliCompressSync(JSON.stringify(packed));
}

/**
 * @param packed what `pack` made
 * @returns the templates that it was made of
 */
export function unpack(packed: Uint8Array): Tree {
  const { catalogue, files }: PackedTemplates = JSON.parse(brotliDecompressSync(packed).toString());
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
