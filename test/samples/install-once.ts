import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { packageFolder } from '../support/program.ts';
import { everySample, samples, seed, treeOf } from './samples.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The node_modules that serves all samples. */
    readonly modules: string;
  }
}

const versions = z.record(z.string(), z.string()).default({});
const manifestContract = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
});

/** Installs what the samples need, all together and only when that has changed. */
export default async function installOnce(project: TestProject): Promise<void> {
  console.info(`SEED=${seed}: ${samples.map(({ name }) => name).join(', ')}`);
  const merged = { private: true, dependencies: {}, devDependencies: {}, overrides: {} };
  for (const sample of everySample) {
    const text = treeOf(sample).get('package.json')?.contents ?? '';
    const manifest = manifestContract.parse(JSON.parse(text));
    Object.assign(merged.dependencies, manifest.dependencies);
    Object.assign(merged.devDependencies, manifest.devDependencies);
    Object.assign(merged.overrides, manifest.overrides);
  }
  const text = JSON.stringify(merged, null, 2);
  const name = createHash('sha256').update(`${process.version} ${text}`).digest('hex').slice(0, 16);
  const cache = join(packageFolder, 'node_modules', '.cache', 'samples');
  const folder = join(cache, name);
  if (!existsSync(folder)) {
    const growing = join(cache, `${name}.${process.pid}`);
    mkdirSync(growing, { recursive: true });
    writeFileSync(join(growing, 'package.json'), text);
    await execa('npm', ['install', '--no-audit', '--no-fund'], { cwd: growing, stdio: 'inherit' });
    cpSync(growing, folder, { recursive: true, verbatimSymlinks: true });
    rmSync(growing, { recursive: true });
  }
  project.provide('modules', join(folder, 'node_modules'));
}
