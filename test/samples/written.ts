import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { type Sample, treeOf } from './samples.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/**
 * Writes a sample over the shared node_modules; it disappears after the tests of the file.
 *
 * @param sample what to write
 * @returns its folder
 */
export function written(sample: Pick<Sample, 'selection'>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-sample-')));
  folders.push(folder);
  for (const [path, { contents, executable }] of treeOf(sample)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents, { mode: executable ? 0o755 : 0o644 });
  }
  symlinkSync(inject('modules'), join(folder, 'node_modules'));
  return folder;
}
