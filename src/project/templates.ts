import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Tree, TreeFile } from '../render/tree.ts';
import { readTree } from './read-tree.ts';

/** How dist/templates.json writes a tree: path → contents, or → `[contents]` when executable. */
export type PackedTree = Record<string, string | [string]>;

/**
 * @returns all templates, path below templates/ → file: from the one packed file in the published
 *   package, from the folder itself when the source runs as it is
 * @throws whatever the file system does
 */
export async function loadTemplates(): Promise<Tree> {
  const isSource = import.meta.url.endsWith('.ts');
  if (isSource) return templatesIn(fileURLToPath(new URL('../../templates', import.meta.url)));
  const text = await readFile(new URL('./templates.json', import.meta.url), 'utf8');
  return unpack(JSON.parse(text));
}

/**
 * @param folder a folder of stages
 * @returns the templates in it; other folders are not for the emitted project
 */
export async function templatesIn(folder: string): Promise<Tree> {
  const tree = await readTree(folder);
  return new Map([...tree].filter(([path]) => /^\d\d-[^/]+\//.test(path)));
}

/**
 * @param tree a tree
 * @returns it as one JSON value
 */
export function pack(tree: Tree): PackedTree {
  return Object.fromEntries(
    [...tree].map(([path, { contents, executable }]) => [path, executable ? [contents] : contents]),
  );
}

function unpack(packed: PackedTree): Tree {
  return new Map(
    Object.entries(packed).map(([path, it]): [string, TreeFile] =>
      typeof it === 'string'
        ? [path, { contents: it }]
        : [path, { contents: it[0], executable: true }],
    ),
  );
}
