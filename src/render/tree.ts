/** A file in memory. */
export interface TreeFile {
  /** UTF-8 text, lines ending in `\n`. */
  readonly contents: string;
  /** True when the file is to be executable (mode 755 instead of 644). */
  readonly executable?: boolean;
}

/** Path → file, in memory. Paths are relative to the tree's top and use forward slashes. */
export type Tree = ReadonlyMap<string, TreeFile>;
