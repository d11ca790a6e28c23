import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeInstall, fakeProgram } from '../support/fake-program.ts';
import { listing } from '../support/listing.ts';
import { program, startProgram } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';
import { copyOf, owned, owner } from './project.ts';

describe('add', () => {
  test('makes the same project as creating it at once, byte for byte', async () => {
    const grown = await owned('');
    expect((await grown.run('add', 'api', 'cache')).code).toBe(0);
    grown.git('add', '--all');
    grown.git('commit', '--quiet', '--message', 'Grow');
    expect((await grown.run('add', 'database', '--database', 'postgres')).code).toBe(0);
    const parent = scratch();
    const words = ['shop', '--layers', 'api,cache,database', '--database', 'postgres'];
    await program([...words, '--no-install', '--no-git'], { cwd: parent });
    expect(grown.listing()).toEqual(listing(join(parent, 'shop')));
  });

  test('keeps what the owner wrote, in files that change and in others', async () => {
    const project = await owned('api');
    project.edit('README.md', (text) => `${text}\nMy own words.\n`);
    project.edit('src/compose.ts', (text) => `${text}\nexport const mine = 1;\n`);
    const { code, result } = await project.json('add', 'auth');
    expect(code).toBe(0);
    expect(result.added).toEqual(['auth']);
    expect(result.files).toContainEqual({ path: 'src/compose.ts', outcome: 'merged' });
    expect(project.read('README.md')).toContain('My own words.');
    expect(project.read('src/compose.ts')).toContain('export const mine = 1;');
    expect(project.read('src/compose.ts')).toContain('security');
  });

  test('says which layers came along, and why', async () => {
    const project = await owned('');
    const { stdout } = await project.run('add', 'indexes', '--dry-run');
    expect(stdout).toMatch(/^Added +indexes$/m);
    expect(stdout).toMatch(/^Added +database, because indexes requires it$/m);
  });

  test.each([true, false])('goes along with a file that was renamed, git: %s', async (git) => {
    const project = await owned('', { git });
    renameSync(join(project.folder, 'README.md'), join(project.folder, 'START.md'));
    const { code } = await project.run('add', 'web', '--force');
    expect(code).toBe(0);
    expect(existsSync(join(project.folder, 'README.md'))).toBe(false);
    expect(project.read('START.md')).toMatch(/\bweb\b/);
  });

  test('a second time is nothing to do', async () => {
    const project = await owned('api');
    const before = listing(project.folder);
    const { code, result } = await project.json('add', 'api');
    expect({ code, ...result }).toMatchObject({ code: 0, written: false, files: [], added: [] });
    expect(listing(project.folder)).toEqual(before);
  });

  test('with --dry-run says every file with its diff, and writes nothing', async () => {
    const project = await owned('');
    project.write('mine.txt', 'not committed');
    const before = listing(project.folder);
    const { code, result } = await project.json('add', 'cache', '--dry-run');
    expect(code).toBe(0);
    expect(result.files.find(({ path }) => path === 'src/compose.ts')?.diff).toMatch(/^\+.*cache/m);
    const { stdout } = await project.run('add', 'cache', '--dry-run');
    expect(stdout).toMatch(/^\+ src\/performance\/\S+ \+\d+ −0$/m);
    expect(stdout).toContain('Nothing was written.');
    expect(listing(project.folder)).toEqual(before);
    expect((await project.run('add', 'cache', '--force')).code).toBe(0);
    const changed = result.files.filter(({ diff }) => diff !== undefined).map(({ path }) => path);
    const status = project.git('status', '--porcelain', '--untracked-files=all');
    const paths = status
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3));
    expect([...changed, 'mine.txt', 'roadmap.json'].sort()).toEqual(paths.sort());
  });

  test('works without git and in a folder whose name has spaces', async () => {
    const parent = folderIn(scratch(), 'Meine Pläne');
    const project = await owned('', { git: false, parent });
    expect((await project.run('add', 'cache')).code).toBe(0);
    expect(existsSync(join(project.folder, '.git'))).toBe(false);
  });

  test('leaves links and what is outside alone', async () => {
    const project = await owned('');
    const outside = folderIn(scratch(), 'outside');
    symlinkSync(outside, join(project.folder, 'src', 'performance'));
    rmSync(join(project.folder, 'README.md'));
    symlinkSync('AGENTS.md', join(project.folder, 'README.md'));
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'Link');
    const { code, result } = await project.json('add', 'cache');
    expect(code).toBe(0);
    expect(listing(outside)).toEqual({});
    const readme = result.files.find(({ path }) => path === 'README.md');
    expect(readme).toMatchObject({ outcome: 'kept', because: expect.stringContaining('link') });
  });

  test('a file that git ignores stays as it is', async () => {
    const project = await owned('');
    project.write('.gitignore', `${project.read('.gitignore')}docs/adr/\n`);
    project.git('rm', '-r', '--quiet', '--cached', 'docs/adr');
    project.git('commit', '--quiet', '--all', '--message', 'Ignore');
    const { result: planned } = await project.json('add', 'cache', '--dry-run');
    const [created] = planned.files.filter(({ path }) => path.startsWith('docs/adr/'));
    project.write(created?.path ?? '', 'mine');
    const { code, result } = await project.json('add', 'cache');
    expect(code).toBe(0);
    expect(project.read(created?.path ?? '')).toBe('mine');
    expect(result.files).toContainEqual({
      path: created?.path,
      outcome: 'kept',
      because: 'git ignores it, so it is left alone.',
    });
  });

  test('a deleted file stays deleted, until --restore brings it back', async () => {
    const project = await owned('');
    project.git('rm', '--quiet', 'AGENTS.md');
    project.git('commit', '--quiet', '--message', 'Delete');
    const { result } = await project.json('add', 'cache');
    expect(result.files).toContainEqual({
      path: 'AGENTS.md',
      outcome: 'absent',
      because: expect.stringContaining('--restore'),
    });
    expect(existsSync(join(project.folder, 'AGENTS.md'))).toBe(false);
    expect((await project.run('add', '--restore', 'AGENTS.md', '--force')).code).toBe(0);
    expect(project.read('AGENTS.md').length).toBeGreaterThan(100);
    const { code, result: refused } = await project.json('add', '--restore', '../x', '--force');
    expect({ code, error: refused.error.code }).toEqual({ code: 2, error: 'impossible' });
  });

  test.each([
    [['add'], 'Name one of: '],
    [['add', 'chace'], 'Did you mean "cache"?'],
    [['add', 'http', '--http', 'express'], "The project's http is fastify"],
    [['remove', 'cache'], 'There is no layer "cache" in this project'],
    [['remove', 'http'], 'every project has it'],
  ])('%j is refused with the reason, and nothing is written', async (words, told) => {
    const project = await owned('');
    const before = listing(project.folder);
    const { code, stderr } = await project.run(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(listing(project.folder)).toEqual(before);
  });

  test('"without this layer" is overruled by its name', async () => {
    const parent = scratch();
    const words = ['shop', '--layers', 'api', '--database', 'memory', '--no-install'];
    await program(words, { cwd: parent });
    const project = owner(join(parent, 'shop'));
    const { code, result } = await project.json('add', 'database');
    expect({ code, added: result.added }).toEqual({ code: 0, added: ['database'] });
  });
});

describe('a project that is not as it was recorded', () => {
  test.each([
    [
      'another version',
      (text: string) => text.replace('"version": "', '"version": "9'),
      'of version',
    ],
    [
      'other answers',
      (text: string) => text.replace('"layers": [', '"layers": ["cache",'),
      'edited',
    ],
    ['another hash', (text: string) => text.replace(/: "[0-9a-f]{8}/, ': "00000000'), 'edited'],
    [
      'a name that is not there',
      (text: string) => text.replace('"layers": [', '"layers": ["no",'),
      'edited',
    ],
    ['no JSON', () => '{', 'cannot be read'],
    ['not ours', () => '{}', 'cannot be read'],
  ])('%s: refused, with what to do', async (_, change, told) => {
    const project = await owned('api');
    project.edit('roadmap.json', change);
    const before = listing(project.folder);
    const { code, result } = await project.json('add', 'cache');
    expect(code).toBe(2);
    expect(result.error.message).toContain(told);
    expect(result.error.fix.length).toBeGreaterThan(20);
    expect(listing(project.folder)).toEqual(before);
  });
});

describe('installing', () => {
  test('makes the lock file anew, and undo takes that back, too', async () => {
    const project = await owned('');
    project.write('package-lock.json', '{"mine": true}');
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'Lock');
    const before = project.listing();
    const PATH = fakeProgram(scratch(), 'npm', fakeInstall);
    const { run } = owner(project.folder, { env: { PATH } });
    const { code, stdout } = await run('add', 'cache', '--install');
    expect(code).toBe(0);
    expect(stdout).toContain('ran npm install');
    expect(project.read('package-lock.json')).toBe('{}\n');
    rmSync(join(project.folder, 'node_modules'), { recursive: true });
    expect((await run('undo')).code).toBe(0);
    expect(project.listing()).toEqual(before);
  });

  test('that fails leaves what was added: exit 3 with the command to repeat', async () => {
    const project = await owned('');
    const PATH = fakeProgram(scratch(), 'npm', 'echo no; exit 1');
    const { run } = owner(project.folder, { env: { PATH } });
    const { code, stderr } = await run('add', 'cache', '--install');
    expect(code).toBe(3);
    expect(stderr).toContain('&& npm install');
    expect(JSON.parse(project.read('roadmap.json')).layers).toContain('cache');
  });

  test('interrupted takes everything back: exit 130', async () => {
    const project = await owned('');
    const before = project.listing();
    const home = scratch();
    const slow = 'echo {} > package-lock.json; echo begun; exec sleep 30';
    const PATH = fakeProgram(home, 'npm', slow);
    const running = startProgram(['add', 'cache'], { cwd: project.folder, env: { PATH } });
    await running.printed('begun');
    running.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Cancelled.\nEverything is as it was.');
    expect(project.listing()).toEqual(before);
    expect(project.git('status', '--porcelain')).toBe('');
  });
});

describe('--commit', () => {
  test('commits exactly what changed', async () => {
    const project = await owned('');
    const { code, result } = await project.json('add', 'cache', '--commit');
    expect(code).toBe(0);
    expect(result.steps.at(-1)).toEqual({ name: 'git', ok: true });
    expect(project.git('status', '--porcelain')).toBe('');
    expect(project.git('log', '-1', '--format=%s')).toBe('Add cache\n');
  });

  test('without git is refused', async () => {
    const project = await owned('', { git: false });
    const { code, stderr } = await project.run('add', 'cache', '--commit');
    expect(code).toBe(2);
    expect(stderr).toContain('no git repository');
  });
});

test('two at once: the second one is refused', async () => {
  const project = await owned('');
  mkdirSync(join(project.folder, '.roadmap'));
  project.write('.roadmap/.gitignore', '*\n');
  project.write('.roadmap/lock', `${process.pid}\n`);
  const { code, stderr } = await project.run('add', 'cache');
  expect(code).toBe(2);
  expect(stderr).toContain(`Process ${process.pid} is at work`);
  project.write('.roadmap/lock', '2147483646\n');
  expect((await project.run('add', 'cache')).code).toBe(0);
});

test('a layer as a patch is what add does', async () => {
  const project = await owned('api');
  project.edit('src/compose.ts', (text) => `${text}\nexport const mine = 1;\n`);
  const patched = copyOf(project);
  const { code, stdout } = await project.run('diff', 'auth');
  expect(code).toBe(0);
  execFileSync('git', ['apply', '-'], { cwd: patched.folder, input: stdout });
  expect((await project.run('add', 'auth')).code).toBe(0);
  expect(patched.listing()).toEqual(project.listing());
});

test('diff shows what the owner changed, and applies to the pristine project', async () => {
  const project = await owned('api');
  const pristine = copyOf(project);
  expect((await project.run('diff')).stdout).toBe('');
  project.write('src/main.ts', project.read('src/main.ts').replaceAll('\n', '\r\n'));
  expect((await project.run('diff')).stdout).toBe('');
  project.edit('src/compose.ts', (text) => `${text.trimEnd()} // no newline`);
  rmSync(join(project.folder, 'AGENTS.md'));
  const { stdout } = await project.run('diff', '--quiet');
  execFileSync('git', ['apply', '-'], { cwd: pristine.folder, input: stdout });
  expect(readFileSync(join(pristine.folder, 'src/compose.ts'), 'utf8')).toBe(
    project.read('src/compose.ts'),
  );
  expect(existsSync(join(pristine.folder, 'AGENTS.md'))).toBe(false);
});
