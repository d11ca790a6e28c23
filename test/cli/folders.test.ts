import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listing } from '../support/listing.ts';
import { program } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

const minimal = ['--preset', 'minimal', '--no-install', '--no-git'];

describe('names of folders', () => {
  test.each([
    ['My App', 'capital letters', 'my-app'],
    ['über', 'URL-friendly', 'uber'],
    ['.hidden', 'period', 'hidden'],
    ['node_modules', 'not a valid', 'node_modules-backend'],
    ['x/', '', ''],
    ['a'.repeat(215), '214', 'aaa'],
  ])('%j', async (dir, reason, suggestion) => {
    const cwd = scratch();
    const { code, stderr } = await program([dir, ...minimal], { cwd });
    expect(code).toBe(reason === '' ? 0 : 2);
    expect(stderr).toContain(reason);
    expect(stderr).toContain(suggestion);
    if (reason !== '') expect(listing(cwd)).toEqual({});
  });

  test('the parents may have spaces and any letters, and need not exist', async () => {
    const cwd = scratch();
    const { code, stdout } = await program(['Åse & Co/日本 $HOME/app', ...minimal, '--json'], {
      cwd,
    });
    expect(code).toBe(0);
    const { project, next, command } = JSON.parse(stdout);
    expect(project).toEqual({ name: 'app', dir: join(cwd, 'Åse & Co/日本 $HOME/app') });
    expect(next[0]).toBe("cd 'Åse & Co/日本 $HOME/app'");
    expect(command).toContain("'Åse & Co/日本 $HOME/app'");
    execFileSync('sh', ['-c', `${next[0]} && test -f roadmap.json`], { cwd });
  });

  test('a dot is the folder that we stand in, by its own name', async () => {
    const cwd = folderIn(scratch(), 'here');
    const { code, stdout } = await program(['.', ...minimal, '--json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).project).toEqual({ name: 'here', dir: cwd });
    expect(JSON.parse(stdout).next[0]).toBe('npm install');
  });

  test('a dot is refused when npm refuses the name of the folder', async () => {
    const cwd = folderIn(scratch(), 'Not Here');
    const { code, stderr } = await program(['.', ...minimal], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('not-here');
  });

  test('.. leads where it always leads', async () => {
    const top = scratch();
    const cwd = folderIn(top, 'inner');
    const { code } = await program(['../app/', ...minimal], { cwd });
    expect(code).toBe(0);
    expect(listing(cwd)).toEqual({});
    expect(listing(top)).toHaveProperty(['app/roadmap.json']);
  });

  test('nothing is written through .. into a folder that holds something', async () => {
    const top = folderIn(scratch(), 'outer');
    const cwd = folderIn(top, 'inner');
    const before = listing(top);
    const { code, stderr } = await program(['..', ...minimal], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('it holds inner');
    expect(listing(top)).toEqual(before);
  });

  test('a name that the disk finds too long is refused', async () => {
    const cwd = scratch();
    const { code, stderr } = await program([`${'deep/'.repeat(1000)}app`, ...minimal], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('too long');
    expect(listing(cwd)).toEqual({});
  });
});

describe('a folder that exists', () => {
  test('is filled when it is empty', async () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'app'));
    expect((await program(['app', ...minimal], { cwd })).code).toBe(0);
    expect(listing(cwd)).toHaveProperty(['app/src/main.ts']);
  });

  test('is filled beside a repository and a licence, which stay as they are', async () => {
    const cwd = scratch();
    const app = folderIn(cwd, 'app');
    execFileSync('git', ['init', '-q'], { cwd: app });
    writeFileSync(join(app, 'LICENSE'), 'mine');
    writeFileSync(join(app, 'README'), 'mine, too');
    const before = listing(app);
    const { code, stdout } = await program(['app', '--preset', 'minimal', '--no-install'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('nothing was committed');
    expect(listing(app)).toMatchObject(before);
    expect(listing(app)).toHaveProperty('roadmap.json');
  });

  test.each([
    ['README.md', 'These would be overwritten: README.md.'],
    ['package.json', 'These would be overwritten: package.json.'],
    ['notes.txt', 'Nothing would be overwritten, but it holds notes.txt.'],
    ['src/main.ts', 'These would be overwritten: src/main.ts.'],
  ])('is refused when it holds %s', async (path, told) => {
    const cwd = scratch();
    folderIn(cwd, 'app', ...path.split('/').slice(0, -1));
    writeFileSync(join(cwd, 'app', path), 'mine');
    const before = listing(cwd);
    const { code, stdout } = await program(['app', ...minimal, '--json'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'refused',
      message: expect.stringContaining(told),
    });
    expect(listing(cwd)).toEqual(before);
  });

  test('is refused in a dry run as well', async () => {
    const cwd = scratch();
    writeFileSync(join(folderIn(cwd, 'app'), 'notes.txt'), 'mine');
    expect((await program(['app', ...minimal, '--dry-run'], { cwd })).code).toBe(2);
  });

  test('is refused when it is a project already: no second one is written over it', async () => {
    const cwd = scratch();
    await program(['app', ...minimal], { cwd });
    const before = listing(cwd);
    const { code, stderr } = await program(['app', ...minimal], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/These would be overwritten: .* and \d+ more/);
    expect(listing(cwd)).toEqual(before);
  });
});

describe('what stands in the way', () => {
  test('a file is no folder', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'app'), 'mine');
    for (const dir of ['app', 'app/inner']) {
      const { code, stderr } = await program([dir, ...minimal], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('not a folder');
    }
    expect(readFileSync(join(cwd, 'app'), 'utf8')).toBe('mine');
  });

  test('a link to an empty folder leads into it', async () => {
    const cwd = scratch();
    const real = folderIn(cwd, 'real');
    symlinkSync(real, join(cwd, 'app'));
    const { code, stdout } = await program(['app', ...minimal, '--json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).project).toEqual({ name: 'app', dir: real });
    expect(listing(cwd)).toMatchObject({ app: `link ${real}` });
    expect(listing(real)).toHaveProperty('roadmap.json');
  });

  test.each([
    ['nowhere', 'leads nowhere'],
    ['app', 'lead in a circle'],
  ])('a link to %s is refused', async (to, told) => {
    const cwd = scratch();
    symlinkSync(to, join(cwd, 'app'));
    const before = listing(cwd);
    for (const dir of ['app', 'app/inner']) {
      const { code, stderr } = await program([dir, ...minimal], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(told);
    }
    expect(listing(cwd)).toEqual(before);
  });

  test('a link inside of the folder is not written through', async () => {
    const cwd = scratch();
    const outside = folderIn(cwd, 'outside');
    symlinkSync(outside, join(folderIn(cwd, 'app'), 'src'));
    const before = listing(cwd);
    const { code, stderr } = await program(['app', ...minimal], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('src/');
    expect(listing(cwd)).toEqual(before);
  });
});
