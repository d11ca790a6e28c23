import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { TestProject } from 'vitest/node';
import { startRegistry } from '../end-to-end/registry.ts';
import buildOnce from '../support/build-once.ts';
import { nextVersion } from './next-version.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly registry: string;
    /** The program of the next version: its bin. */
    readonly newer: string;
  }
}

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Publishes this version, and a next one with other templates, to a registry of our own. */
export default async function publishBoth(project: TestProject): Promise<() => Promise<void>> {
  const forget = buildOnce();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-registry-')));
  const newer = join(folder, 'newer');
  mkdirSync(newer);
  for (const name of ['bin', 'src', 'templates', 'package.json', 'tsconfig.json']) {
    cpSync(join(top, name), join(newer, name), { recursive: true });
  }
  symlinkSync(join(top, 'node_modules'), join(newer, 'node_modules'));
  nextVersion(newer);
  await execa('npm', ['run', 'build'], { cwd: newer });

  const registry = await startRegistry(folder, 'create-backend-roadmap');
  const npmrc = join(folder, '.npmrc');
  writeFileSync(npmrc, `registry=${registry.url}\n${registry.credentials}\n`);
  for (const package_ of [process.env.ROADMAP_PACKAGE ?? top, newer]) {
    const words = ['publish', '--ignore-scripts', `--userconfig=${npmrc}`];
    await execa('npm', words, { cwd: package_ });
  }
  project.provide('registry', registry.url);
  project.provide('newer', join(newer, 'bin', 'create-backend-roadmap.js'));
  return async () => {
    await registry.stop();
    rmSync(folder, { recursive: true, force: true });
    forget();
  };
}
