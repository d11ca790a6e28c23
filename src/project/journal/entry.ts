import * as z from 'zod/mini';
import '../../roadmap/zod-settings.ts';
import type { Conflict } from './conflict.ts';

/** A file as it was: its bytes and its mode. */
const kept = z.object({ bytes: z.string(), mode: z.number() });

const value = z.object({
  path: z.array(z.string()),
  base: z.optional(z.unknown()),
  ours: z.optional(z.unknown()),
  theirs: z.optional(z.unknown()),
});

const conflict = z.object({
  path: z.string(),
  because: z.optional(z.string()),
  values: z.optional(z.array(value)),
});

/** One step of a project's growth: what every file was before the first of them was touched. */
export const entrySchema = z.object({
  format: z.literal(1),
  /** Who wants the change, e.g. `add auth`. */
  label: z.string(),
  /**
   * - `writing`: not all is written, or nobody came to say so: it will be taken back
   * - `conflicted`: all is written but roadmap.json, which waits for the user
   * - `finishing`: they are solved, and roadmap.json is about to say so
   * - `done`: all is written
   * - `undone`: taken back; kept only for what was overwritten by that
   */
  state: z.enum(['writing', 'conflicted', 'finishing', 'done', 'undone']),
  files: z.array(
    z.object({
      path: z.string(),
      before: z.nullable(kept),
      /** Hash of the bytes afterwards; null for no file, absent when nobody knows. */
      after: z.optional(z.nullable(z.string())),
    }),
  ),
  /** Folders that we made, each after its parent. */
  folders: z.array(z.string()),
  conflicts: z.array(conflict),
  /** What git's index said about the paths in conflict. */
  index: z.optional(z.string()),
  /** The roadmap.json that is written when the conflicts are solved. */
  pending: z.optional(z.string()),
  /** Whether package.json changed, so that there is something to install. */
  installs: z.boolean(),
});

/** An entry of the journal. */
export type Entry = Omit<z.output<typeof entrySchema>, 'conflicts'> & {
  readonly conflicts: readonly Conflict[];
};
