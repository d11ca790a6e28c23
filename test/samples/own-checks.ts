import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { hasRedis, ownCache } from './own-cache.ts';
import { hasDatabaseFor, ownDatabase } from './own-database.ts';
import { runWell } from './run.ts';
import type { Sample } from './samples.ts';
import { written } from './written.ts';

/**
 * Declares the tests that a project passes all that it asks of itself, from the first moment on.
 *
 * @param sample what to write and try
 */
export function ownChecks(sample: Sample): void {
  let folder: string;
  beforeAll(() => {
    folder = written(sample);
  });

  it('has no type errors before anything is built', async () => {
    await runWell(folder, ['npm', 'run', 'typecheck']);
  });

  it('has nothing to lint or format', async () => {
    await runWell(folder, ['npm', 'run', 'lint']);
    await runWell(folder, ['biome', 'check', '--error-on-warnings']);
  });

  it('passes all that it asks of itself before a merge, with what is embedded', async () => {
    const said = await runWell(folder, ['npm', 'run', 'ci']);
    expect(said).toMatch(/Tests +\d+ passed/);
  });

  const usesDatabase = hasDatabaseFor(sample);
  const usesRedis = hasRedis && sample.layers.has('cache');
  it.runIf(usesDatabase || usesRedis)('passes its own tests with the real servers', async () => {
    const variables = {
      DATABASE_URL: usesDatabase ? await ownDatabase(sample) : undefined,
      REDIS_URL: usesRedis ? ownCache() : undefined,
    };
    const said = await runWell(folder, ['npm', 'test'], variables);
    // With all servers there is nothing to be skipped.
    const all = hasRedis && (usesDatabase || !sample.layers.has('database'));
    expect(said).toMatch(all ? /Tests +\d+ passed \(/ : /Tests +\d+ passed/);
  });

  it.runIf(sample.layers.has('api'))('comes with the document that its script writes', async () => {
    const file = join(folder, 'openapi.json');
    const rendered = readFileSync(file, 'utf8');
    rmSync(file);
    await runWell(folder, ['npm', 'run', 'openapi']);
    expect(readFileSync(file, 'utf8')).toBe(rendered);
  });
}
