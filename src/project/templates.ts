import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Tree } from '../render/tree.ts';
import { unpack } from './packed-templates.ts';
import { readTree } from './read-tree.ts';

/**
 * @returns all templates, path below templates/ → file: from the one packed file in the published
 *   package, from the folder itself when the source runs as it is
 * @throws whatever the file system does
 */
export async function loadTemplates(): Promise<Tree> {
  const isSource = import.meta.url.endsWith('.ts');
  if (isSource) return templatesIn(fileURLToPath(new URL('../../templates', import.meta.url)));
  return unpack(await readFile(new URL('./templates.json.br', import.meta.url)));
}

/**
 * @param folder a folder of stages
 * @returns the templates in it; other folders are not for the emitted project
 */
export async function templatesIn(folder: string): Promise<Tree> {
  const tree = await readTree(folder);
  return new Map([...tree].filter(([path]) => /^\d\d-[^/]+\//.test(path)));
}
