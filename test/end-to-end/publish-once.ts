import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';
import { packageFolder } from '../support/program.ts';
import { startRegistry } from './registry.ts';
import { tool } from './tool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly registry: string;
    /** Our package as npm packs it. */
    readonly tarball: string;
    /** Folders with a `node` each, by its version. */
    readonly nodes: Readonly<Record<string, string>>;
  }
}

const newerNode = '24.21.0';
const packed = z.tuple([z.object({ filename: z.string() })]);

/** Packs this package and publishes it to a registry of our own. */
export default async function publishOnce(project: TestProject): Promise<() => Promise<void>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-registry-')));
  const registry = await startRegistry(folder, 'create-backend-roadmap');
  const npmrc = join(folder, '.npmrc');
  writeFileSync(npmrc, `registry=${registry.url}\n${registry.credentials}\n`);
  const words = ['pack', '--json', '--pack-destination', folder];
  const { stdout } = await execa('npm', words, { cwd: packageFolder });
  // What the build says comes before it.
  const [{ filename }] = packed.parse(JSON.parse(stdout.slice(stdout.search(/^\[/m))));
  const tarball = join(folder, filename);
  await execa('npm', ['publish', tarball, `--userconfig=${npmrc}`], { cwd: folder });

  const binary = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const newer = join(await tool(binary, newerNode), 'node_modules', binary, 'bin');
  project.provide('registry', registry.url);
  project.provide('tarball', tarball);
  project.provide('nodes', {
    [process.version]: dirname(process.execPath),
    [`v${newerNode}`]: newer,
  });
  return async () => {
    await registry.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
