import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * @returns an empty folder that disappears after the test
 */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * @param parent an existing folder
 * @param names folders to make, one in the other
 * @returns the innermost
 */
export function folderIn(parent: string, ...names: readonly string[]): string {
  const folder = join(parent, ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}
