import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { owned } from '../growth/project.ts';
import { listing } from '../support/listing.ts';
import { scratch } from '../support/scratch.ts';
import { tmpfs } from './unprivileged.ts';

describe('a project on a disk that is full', () => {
  test.each([0, 20, 60, 120, 180])('with %d kB left is as it was', async (left) => {
    const parent = tmpfs(scratch(), 'size=1m');
    const project = await owned('', { git: false, parent });
    const before = listing(project.folder);
    const ballast = join(parent, 'ballast');
    fill(ballast);
    execFileSync('truncate', ['--size', `-${left}K`, ballast]);
    const { code, stderr } = await project.run('add', 'auth', 'api');
    expect(code).toBe(2);
    expect(stderr).toContain('The disk is full');
    expect(listing(project.folder)).toEqual(before);
    rmSync(ballast);
    expect((await project.run('add', 'auth')).code).toBe(0);
  });
});

test('a project on a read-only disk is refused', async () => {
  const parent = tmpfs(scratch(), 'size=1m');
  const project = await owned('', { git: false, parent });
  execFileSync('mount', ['-o', 'remount,ro', parent]);
  const { code, stderr } = await project.run('add', 'cache');
  expect(code).toBe(2);
  expect(stderr).toContain('read-only');
  expect((await project.run('status')).code).toBe(0);
});

/** Until nothing fits any more. */
function fill(path: string): void {
  try {
    writeFileSync(path, Buffer.alloc(2 ** 21));
  } catch {
    // That was the intention.
  }
}
