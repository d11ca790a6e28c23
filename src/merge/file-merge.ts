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
  readonly path: readonly string[];
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
  /** Whether it is to be executable, when it is written or that changes. */
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
