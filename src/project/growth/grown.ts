import type { Outcome } from '../../merge/merge-trees.ts';
import type { Because, Selection } from '../../roadmap/selection.ts';
import type { Conflict } from '../journal/conflict.ts';
import type { Step } from '../step.ts';

/** What became of a file, or would. */
export interface GrownFile {
  readonly path: string;
  readonly outcome: Outcome;
  readonly because?: string;
  /** How its contents change, as a patch; only when nothing is written. */
  readonly diff?: string;
}

/** What became of a project: the object that `--json` prints for add, remove, update and continue. */
export interface Grown {
  readonly project: { readonly name: string; readonly dir: string };
  /** What was done, e.g. `add auth`. */
  readonly label: string;
  /** Whether anything was written. */
  readonly written: boolean;
  readonly layers: readonly string[];
  readonly choices: Readonly<Record<string, string>>;
  /** Layers that came and went. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly implied: readonly Because[];
  /** Every file that changes, or that stays in a way worth knowing. */
  readonly files: readonly GrownFile[];
  /** What the user has to decide; the project is not what it will be until then. */
  readonly conflicts: readonly Conflict[];
  readonly steps: readonly Step[];
  /** What remains for the user, in order. */
  readonly next: readonly string[];
}

/** What the layers of a project were and are. */
export type Layers = Pick<Grown, 'layers' | 'choices' | 'added' | 'removed' | 'implied'>;

/**
 * @param before what a project consisted of
 * @param after what it consists of now
 * @returns what came and went
 */
export function layersBetween(
  before: Pick<Selection, 'layers'>,
  after: Pick<Selection, 'layers' | 'choices' | 'implied'>,
): Layers {
  return {
    layers: after.layers,
    choices: after.choices,
    added: after.layers.filter((id) => !before.layers.includes(id)),
    removed: before.layers.filter((id) => !after.layers.includes(id)),
    implied: after.implied.filter(({ layer }) => !before.layers.includes(layer)),
  };
}
