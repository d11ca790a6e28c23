import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listing } from '../support/listing.ts';
import { program } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';
import { tmpfs } from './unprivileged.ts';

const quick = ['--preset', 'minimal', '--no-install', '--no-git', '--json'];

describe('a full disk', () => {
  test.each([4, 16, 48, 96, 160])('of %d kB is refused, and empty again', async (size) => {
    const cwd = tmpfs(scratch(), `size=${size}k`);
    const { code, stdout } = await program(['new/deep/app', ...quick], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('The disk is full'),
    });
    expect(listing(cwd)).toEqual({});
  });

  test('leaves a folder that existed as it was', async () => {
    const cwd = tmpfs(scratch(), 'size=100k');
    writeFileSync(join(folderIn(cwd, 'app'), 'LICENSE'), 'mine');
    const before = listing(cwd);
    const { code } = await program(['app', ...quick], { cwd });
    expect(code).toBe(2);
    expect(listing(cwd)).toEqual(before);
  });

  test('without inodes is refused as well', async () => {
    const cwd = tmpfs(scratch(), 'nr_inodes=20');
    const { code } = await program(['app', ...quick], { cwd });
    expect(code).toBe(2);
    expect(listing(cwd)).toEqual({});
  });

  test('that has room for the project only leaves it without a commit: exit 3', async () => {
    const cwd = tmpfs(scratch(), 'size=420k');
    const words = ['app', '--preset', 'minimal', '--no-install', '--json'];
    const { code, stdout } = await program(words, { cwd });
    expect(code).toBe(3);
    expect(JSON.parse(stdout).steps[1]).toMatchObject({ name: 'git', ok: false });
    expect(listing(cwd)).toHaveProperty(['app/roadmap.json']);
  });
});

test('a read-only disk is refused', async () => {
  const cwd = tmpfs(scratch(), 'size=1m');
  folderIn(cwd, 'empty');
  execFileSync('mount', ['-o', 'remount,ro', cwd]);
  for (const dir of ['app', 'empty', 'new/app']) {
    const { code, stdout } = await program([dir, ...quick], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error.message).toContain('read-only');
  }
});
