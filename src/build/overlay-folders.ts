import type { Tree } from '../render/tree.ts';

/** A folder whose contents stand at their final paths in the emitted project. */
export interface OverlayFolder {
  /** Below templates/, e.g. `04-databases/database/postgres/with/api`. */
  readonly path: string;
  /** The layer it belongs to, e.g. `database`. */
  readonly layer: string;
  /** The value of a choice it belongs to, e.g. `postgres`. */
  readonly value?: string;
  /** The layer or value that must be selected as well, e.g. `api`. */
  readonly beside?: string;
}

const pattern =
  /^(?<path>\d\d-[^/]+\/(?<layer>[^/]+)(?:\/(?<value>[^/]+))??\/(?:files|with\/(?<beside>[^/]+)))\//;

/**
 * @param templates all templates
 * @returns the overlay folders that have files, sorted by path
 */
export function overlayFolders(templates: Tree): readonly OverlayFolder[] {
  const folders = new Map<string, OverlayFolder>();
  for (const template of templates.keys()) {
    const { path, layer, value, beside } = pattern.exec(template)?.groups ?? {};
    if (path === undefined || layer === undefined) continue;
    folders.set(path, {
      path,
      layer,
      ...(value === undefined ? {} : { value }),
      ...(beside === undefined ? {} : { beside }),
    });
  }
  return [...folders.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
