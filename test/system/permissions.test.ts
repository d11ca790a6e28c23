import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listing } from '../support/listing.ts';
import { bin, plainEnvironment } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';
import { asNobody, publicCopy } from './unprivileged.ts';

const quick = ['--preset', 'minimal', '--no-install', '--no-git', '--json'];
const nobody = 65534;

test('a parent that belongs to somebody else is refused, and stays as it is', () => {
  const top = scratch();
  const copy = publicCopy(top);
  const cwd = folderIn(top, 'theirs');
  writeFileSync(join(cwd, 'file'), 'theirs');
  const before = listing(cwd);
  for (const dir of ['app', 'new/deep/app']) {
    const { code, stdout } = asNobody(copy, [dir, ...quick], cwd);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('You may not write to'),
      fix: expect.stringContaining('permissions'),
    });
  }
  expect(listing(cwd)).toEqual(before);
});

test('an empty folder of our own is filled, though its parent is not ours', () => {
  const top = scratch();
  const copy = publicCopy(top);
  const app = folderIn(top, 'theirs', 'app');
  chownSync(app, nobody, nobody);
  const { code, stderr } = asNobody(copy, ['app', ...quick], join(top, 'theirs'));
  expect({ code, stderr: stderr.includes('Error') }).toEqual({ code: 0, stderr: false });
  expect(listing(app)).toHaveProperty('roadmap.json');
  expect(Object.keys(listing(join(top, 'theirs'), ['app']))).toEqual([]);
});

test('a folder that we may not look into is refused', () => {
  const top = scratch();
  const copy = publicCopy(top);
  const app = join(top, 'app');
  mkdirSync(app);
  chmodSync(app, 0o700);
  const { code, stdout } = asNobody(copy, ['app', ...quick], top);
  expect(code).toBe(2);
  expect(JSON.parse(stdout).error.code).toBe('refused');
  expect(listing(app)).toEqual({});
});

test.each([
  ['022', 'file 644 ', 'folder 755'],
  ['077', 'file 600 ', 'folder 700'],
  ['002', 'file 664 ', 'folder 775'],
])('a umask of %s holds for every file and folder', (mask, file, folder) => {
  const cwd = scratch();
  const start = `umask ${mask}; exec "$@"`;
  execFileSync('sh', ['-c', start, 'sh', process.execPath, bin, 'app', ...quick], {
    cwd,
    env: plainEnvironment(cwd),
    stdio: 'pipe',
  });
  for (const [path, entry] of Object.entries(listing(cwd))) {
    expect({ path, entry }).toEqual({
      path,
      entry: entry.startsWith('folder') ? folder : expect.stringContaining(file),
    });
  }
});
