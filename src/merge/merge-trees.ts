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

/**
 * - `created`: was not there
 * - `updated`: not edited, and now the new text
 * - `merged`: edits and changes, both kept
 * - `kept`: as it was, because nothing changed in ours, or in spite of it: then `because`
 * - `deleted`: not edited, and no longer part of the project
 * - `absent`: the user deleted it, and so it stays
 * - `conflicted`: for the user to decide
 */
export type Outcome =
  | 'created'
  | 'updated'
  | 'merged'
  | 'kept'
  | 'deleted'
  | 'absent'
  | 'conflicted';

/** A place in a JSON file where both sides want something else; the user's value stays. */
export interface JsonConflict {
  readonly path: readonly (string | number)[];
  readonly base?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
}

/** What becomes of one path. */
export interface FileMerge {
  readonly path: string;
  readonly outcome: Outcome;
  /** What is to be on the disk afterwards, when it changes. */
  readonly bytes?: Uint8Array;
  readonly executable?: boolean;
  /** A sentence for the user, where the outcome may surprise. */
  readonly because?: string;
  /** The three versions, for the stages of git's index, and what JSON disagrees about. */
  readonly conflict?: {
    readonly base?: string;
    readonly ours?: string;
    readonly theirs?: string;
    readonly values?: readonly JsonConflict[];
  };
}

/**
 * @param trees base, ours and theirs
 * @returns what becomes of every path of base and theirs, sorted by path
 */
export function mergeTrees(trees: TreesToMerge): readonly FileMerge[] {
  const { base, ours, theirs } = trees;
  const paths = [...new Set([...base.keys(), ...theirs.keys()])].sort();
  return paths.map((path) => {
    const before = base.get(path)?.contents;
    const own = ours.get(path);
    const mine = own && new TextDecoder().decode(own.bytes);
    const after = theirs.get(path)?.contents;
    const bytes = new TextEncoder().encode(after);
    if (mine === undefined)
      return {
        path,
        outcome: before === undefined ? 'created' : 'absent',
        ...(before === undefined ? { bytes } : {}),
      };
    if (after === undefined) return { path, outcome: mine === before ? 'deleted' : 'kept' };
    if (after === before || after === mine) return { path, outcome: 'kept' };
    if (mine === before) return { path, outcome: 'updated', bytes };
    return {
      path,
      outcome: 'conflicted',
      conflict: { ours: mine, theirs: after, ...(before === undefined ? {} : { base: before }) },
    };
  });
}
