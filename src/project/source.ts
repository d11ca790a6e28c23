import type { Tree } from '../render/tree.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { catalogueOf } from '../roadmap/catalogue-of.ts';
import { loadTemplates } from './templates.ts';

/** The templates and what they say about the roadmap. */
export interface Source {
  readonly templates: Tree;
  readonly catalogue: Catalogue;
}

/**
 * @returns the templates of this version
 * @throws whatever the file system does
 */
export async function loadSource(): Promise<Source> {
  const templates = await loadTemplates();
  return { templates, catalogue: catalogueOf(templates) };
}
