import type { Tree } from '../render/tree.ts';

/** What a user has on the disk at a path; text is kept with the user's own line ends, BOM and final newline. */
export interface OwnFile {
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
  readonly kind?: 'file' | 'symlink' | 'other';
}

/** The three trees, and what is known about them. */
export interface TreesToMerge {
  /** What was recorded, rendered. */
  readonly base: Tree;
  /** The user's: at least every path of base and theirs that exists, and candidates for renames. */
  readonly ours: ReadonlyMap<string, OwnFile>;
  /** The new selection, rendered. */
  readonly theirs: Tree;
  /** Who wants the change, as conflict markers say it, e.g. `add auth`. */
  readonly label: string;
  /** Declared renames of templates: old path → new path. */
  readonly moved?: ReadonlyMap<string, string>;
  /** Deleted paths that the user wants back. */
  readonly restore?: ReadonlySet<string>;
}
