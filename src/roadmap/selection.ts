import type { PackageManager } from './answers.ts';

/** A layer and the reason why it is there, or is not. */
export interface Because {
  readonly layer: string;
  /** A clause that goes after "because", e.g. `indexes requires it`. */
  readonly because: string;
}

/** Answers resolved: the full ordered set of layers and choices, with what was implied and why. */
export interface Selection {
  readonly name: string;
  readonly packageManager: PackageManager;
  /**
   * What was asked for by name, in the form that recreates the same project: the sorted layers with
   * `reached`, `preset` and `without` expanded, without those that every project has, and the
   * choices that were named. The order of growth leaves no trace in it.
   */
  readonly answers: {
    readonly layers: readonly string[];
    readonly choices: Readonly<Record<string, string>>;
  };
  /** Numbers of the stages that have a selected layer, ascending. */
  readonly stages: readonly number[];
  /** Ids of all selected layers, in the order of the roadmap; a choice appears by its own id. */
  readonly layers: readonly string[];
  /** Choice → value, for each selected choice, in the order of the roadmap. */
  readonly choices: Readonly<Record<string, string>>;
  /** Layers nobody named that others require. */
  readonly implied: readonly Because[];
  /** Layers that `reached` or `preset` would have brought, but that are coming or impossible. */
  readonly leftOut: readonly Because[];
}
