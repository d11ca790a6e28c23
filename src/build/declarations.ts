import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { outputFile } from 'fs-extra';

/**
 * Emits the declarations of the programmatic API, and of no more than it speaks of.
 *
 * @param root the folder of this repository
 * @param scratch a folder for the declarations of everything
 * @param folder the dist/ folder
 * @throws when the source has type errors
 */
export async function writeDeclarations(
  root: string,
  scratch: string,
  folder: string,
): Promise<void> {
  const options = {
    declaration: true,
    emitDeclarationOnly: true,
    noEmit: false,
    rootDir: root,
    outDir: scratch,
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await execa('tsc', ['-p', 'tsconfig.json', ...flags], { cwd: root, preferLocal: true });
  await copyWithImports('index.d.ts', join(scratch, 'src'), folder, new Set());
}

async function copyWithImports(
  path: string,
  from: string,
  to: string,
  copied: Set<string>,
): Promise<void> {
  if (copied.has(path)) return;
  copied.add(path);
  const text = await readFile(join(from, path), 'utf8');
  const outside = [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name);
  if (outside.length > 0) throw new Error(`${path} speaks of ${outside.join(', ')}`);
  await outputFile(join(to, path), text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  for (const [, specifier = ''] of text.matchAll(/from '(\.[^']*)\.ts'/g)) {
    await copyWithImports(`${join(path, '..', specifier)}.d.ts`, from, to, copied);
  }
}
