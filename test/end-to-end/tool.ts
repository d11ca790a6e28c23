import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageFolder } from '../support/program.ts';

/**
 * Installs a package beside the project, once: it is needed by no one but these tests.
 *
 * @param name of the package
 * @param version of it
 * @param overrides versions of packages of packages
 * @returns the folder that has it in its node_modules
 */
export async function tool(
  name: string,
  version: string,
  overrides: Readonly<Record<string, string>> = {},
): Promise<string> {
  const cache = join(packageFolder, 'node_modules', '.cache', 'end-to-end');
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  const growing = `${folder}.${process.pid}`;
  mkdirSync(growing, { recursive: true });
  writeFileSync(join(growing, 'package.json'), JSON.stringify({ private: true, overrides }));
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`];
  await execa('npm', words, { cwd: growing, stdio: 'inherit' });
  renameSync(growing, folder);
  return folder;
}
