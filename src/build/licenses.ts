import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Minified code has lost its licence comments: the packages in it are named in a file instead.
 *
 * @param modules the paths of the modules that were bundled
 * @returns each package with its licence in full
 * @throws when a package does not say under what terms it may be copied
 */
export async function licensesOf(modules: readonly string[]): Promise<string> {
  const folders = new Set(
    modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  const texts = await Promise.all([...folders].sort().map(licenseOf));
  return `This program contains the following packages.\n\n${texts.join('\n')}`;
}

async function licenseOf(folder: string): Promise<string> {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
  );
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  const title = `${manifest.name} ${manifest.version} (${manifest.license})`;
  return `${title}\n${'-'.repeat(title.length)}\n${text.trim().replaceAll('\r\n', '\n')}\n`;
}
