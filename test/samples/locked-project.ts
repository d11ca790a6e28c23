import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll } from 'vitest';
import { commandsOf } from '../../src/render/package-manager.ts';
import type { PackageManager } from '../../src/roadmap/answers.ts';
import { tool } from '../end-to-end/tool.ts';
import { type Sample, treeOf } from './samples.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const lock: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['install', '--package-lock-only', '--no-audit', '--no-fund'],
  pnpm: ['install', '--lockfile-only'],
  yarn: ['install', '--mode=update-lockfile'],
  bun: ['install', '--lockfile-only'],
};

/**
 * Writes a sample with the lock file of its package manager; it disappears after the tests.
 *
 * @param sample what to write
 * @param packageManager whose lock file it has
 * @returns its folder
 */
export async function lockedProject(
  sample: Pick<Sample, 'selection'>,
  packageManager: PackageManager,
): Promise<string> {
  // Names of images and containers come from it, so it is in lower case.
  const folder = join(tmpdir(), `roadmap-${packageManager}-${randomBytes(6).toString('hex')}`);
  folders.push(folder);
  for (const [path, { contents }] of treeOf({
    selection: { ...sample.selection, packageManager },
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  await execa(packageManager, lock[packageManager], {
    cwd: folder,
    env: { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false', PATH: await pathWith(packageManager) },
  });
  return folder;
}

/** PATH with the version of the package manager that the project's own image takes. */
async function pathWith(packageManager: PackageManager): Promise<string> {
  const { PATH = '' } = process.env;
  const { cleanInstall } = commandsOf(packageManager);
  const [, name, version] = /--global (\S+)@([\d.]+)/.exec(cleanInstall) ?? [];
  if (name === undefined || version === undefined) return PATH;
  const modules = join(await tool(name, version), 'node_modules');
  // Bun's package puts its program in place after it was installed, which `tool` keeps any from.
  if (name === 'bun') await execa('node', ['install.js'], { cwd: join(modules, 'bun') });
  return `${join(modules, '.bin')}:${PATH}`;
}
