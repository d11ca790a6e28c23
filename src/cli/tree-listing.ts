import type { Tree } from '../render/tree.ts';

/** A file that would be written. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * @param tree a rendered project
 * @returns its files with their sizes
 */
export function listed(tree: Tree): readonly ListedFile[] {
  return [...tree].map(([path, { contents }]) => ({ path, bytes: Buffer.byteLength(contents) }));
}

/**
 * @param files files with their sizes
 * @returns a picture of the folders, the sizes in a column, and the total
 */
export function treeListing(files: readonly ListedFile[]): string {
  const lines: string[] = [];
  let before: readonly string[] = [];
  for (const { path, bytes } of files) {
    const steps = path.split('/');
    const folders = steps.slice(0, -1);
    const common = commonLength(before, folders);
    folders.forEach((folder, depth) => {
      if (depth >= common) lines.push(`${' '.repeat(SIZE)}  ${'  '.repeat(depth)}${folder}/`);
    });
    lines.push(`${size(bytes)}  ${'  '.repeat(folders.length)}${steps.at(-1)}`);
    before = folders;
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...lines, `${size(total)}  in ${files.length} files`].join('\n');
}

const SIZE = 9;

function size(bytes: number): string {
  const text = bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`;
  return text.padStart(SIZE);
}

function commonLength(some: readonly string[], others: readonly string[]): number {
  const differs = some.findIndex((step, depth) => step !== others[depth]);
  return differs === -1 ? Math.min(some.length, others.length) : differs;
}
