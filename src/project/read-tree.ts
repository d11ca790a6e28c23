import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tree, TreeFile } from '../render/tree.ts';

/** Folders that belong to tools, at whatever depth. */
const notOurs: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Reads a folder into memory, without `node_modules` and `.git`. Line ends become `\n`, whatever
 * git made of them on this machine; what begins with `#!` is executable, because not every file
 * system remembers modes.
 *
 * @param folder an existing folder
 * @returns its files, sorted by path
 * @throws whatever the file system does
 */
export async function readTree(folder: string): Promise<Tree> {
  const files = await filesBelow(folder, '');
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function filesBelow(folder: string, prefix: string): Promise<[string, TreeFile][]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry): Promise<[string, TreeFile][]> => {
      const path = `${prefix}${entry.name}`;
      if (entry.isDirectory()) {
        if (notOurs.has(entry.name)) return [];
        return filesBelow(join(folder, entry.name), `${path}/`);
      }
      if (!entry.isFile()) return [];
      return [[path, fileOf(await readFile(join(folder, entry.name), 'utf8'))]];
    }),
  );
  return nested.flat();
}

function fileOf(text: string): TreeFile {
  const contents = text.replaceAll('\r\n', '\n');
  return contents.startsWith('#!') ? { contents, executable: true } : { contents };
}
