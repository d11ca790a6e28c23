import type { LayerManifest, StageManifest } from './manifest.ts';

/** One value of a choice, e.g. `postgres`. */
export interface Value extends LayerManifest {
  readonly id: string;
  /** Its templates do not exist yet. */
  readonly coming: boolean;
}

/** A selectable piece of a stage; a choice when it has values. */
export interface Layer extends LayerManifest {
  readonly id: string;
  readonly stage: number;
  /** Its folder below templates/, e.g. `04-databases/database`. */
  readonly folder: string;
  /** Its templates do not exist yet (of a choice: of none of its values). */
  readonly coming: boolean;
  /** The values of a choice, the default first; empty for a plain layer. */
  readonly choices: readonly Value[];
}

/** One numbered step of the roadmap. */
export interface Stage extends Omit<StageManifest, 'layers'> {
  readonly number: number;
  /** Its folder below templates/, e.g. `04-databases`. */
  readonly folder: string;
  readonly layers: readonly Layer[];
}

/** The whole roadmap as data: eleven stages in order, each with its layers in order. */
export interface Catalogue {
  readonly stages: readonly Stage[];
}
