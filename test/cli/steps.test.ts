import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeInstall, fakeProgram, onlyThese } from '../support/fake-program.ts';
import { listing } from '../support/listing.ts';
import { plainEnvironment, program } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

const minimal = ['app', '--preset', 'minimal'];
const quick = ['--no-install', '--no-git'];

function git(cwd: string, ...words: readonly string[]): string {
  return execFileSync('git', words, { cwd, encoding: 'utf8', env: plainEnvironment(cwd) }).trim();
}

describe('installing', () => {
  test('is done by the package manager of the user, and its output is streamed', async () => {
    const cwd = scratch();
    const PATH = fakeProgram(cwd, 'pnpm', fakeInstall);
    const words = [...minimal, '--pm', 'pnpm', '--no-git'];
    const { code, stdout } = await program(words, { cwd, env: { PATH } });
    expect(code).toBe(0);
    expect(stdout).toContain('  ran pnpm install\n');
    expect(stdout).toContain('✔ Installed');
    expect(stdout).not.toMatch(/^ {2}pnpm install$/m);
    expect(existsSync(join(cwd, 'app', 'node_modules'))).toBe(true);
  });

  test('with --json goes to standard error', async () => {
    const cwd = scratch();
    const PATH = fakeProgram(cwd, 'npm', fakeInstall);
    const words = [...minimal, '--json', '--no-git'];
    const { stdout, stderr } = await program(words, { cwd, env: { PATH } });
    expect(JSON.parse(stdout).steps).toEqual([
      { name: 'write', ok: true },
      { name: 'install', ok: true },
    ]);
    expect(stderr).toContain('ran npm install');
  });

  test('that fails leaves the project: exit 3, the output, and the command to repeat', async () => {
    const cwd = scratch();
    const PATH = fakeProgram(cwd, 'npm', 'echo "no way" >&2; exit 7');
    for (const talk of ['--json', '--quiet']) {
      const dir = talk.slice(2);
      const words = [dir, '--preset', 'minimal', '--no-git', talk];
      const { code, stdout, stderr } = await program(words, { cwd, env: { PATH } });
      expect(code).toBe(3);
      expect(stderr).toContain('no way');
      expect(stderr).toContain(`cd ${join(cwd, dir)} && npm install`);
      expect(existsSync(join(cwd, dir, 'roadmap.json'))).toBe(true);
      if (talk === '--quiet') expect(stdout).toBe('');
      else {
        const { steps, next } = JSON.parse(stdout);
        expect(steps[1]).toMatchObject({ name: 'install', ok: false });
        expect(next.slice(0, 2)).toEqual(['cd json', 'npm install']);
      }
    }
  });

  test('with a package manager that is not there leaves the project: exit 3', async () => {
    const cwd = scratch();
    const PATH = onlyThese(cwd, { node: process.execPath });
    const words = [...minimal, '--pm', 'bun', '--no-git'];
    const { code, stderr } = await program(words, { cwd, env: { PATH } });
    expect(code).toBe(3);
    expect(stderr).toContain('bun is not on this machine');
    expect(stderr).toContain('&& bun install');
    expect(existsSync(join(cwd, 'app', 'roadmap.json'))).toBe(true);
  });
});

describe('the first commit', () => {
  test('holds everything, the lock file included, and no node_modules', async () => {
    const cwd = scratch();
    const PATH = fakeProgram(cwd, 'npm', fakeInstall);
    expect((await program(minimal, { cwd, env: { PATH } })).code).toBe(0);
    const app = join(cwd, 'app');
    expect(git(app, 'status', '--porcelain')).toBe('');
    expect(git(app, 'rev-list', '--count', 'HEAD')).toBe('1');
    const files = git(app, 'ls-files').split('\n');
    expect(files).toContain('package-lock.json');
    expect(files).not.toContain('node_modules/some/file');
    expect(git(app, 'log', '-1', '--format=%B')).toContain('Layers: http, domain.');
  });

  test('is on main, by an author of ours, when git was never told anything', async () => {
    const cwd = scratch();
    await program([...minimal, '--no-install'], { cwd });
    const app = join(cwd, 'app');
    expect(git(app, 'branch', '--show-current')).toBe('main');
    expect(git(app, 'log', '-1', '--format=%an')).toBe('create-backend-roadmap');
    expect(git(app, 'config', '--list', '--local')).not.toContain('user.');
  });

  test('is by the user and on their branch when git knows them', async () => {
    const cwd = scratch();
    const config = '[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = trunk\n';
    writeFileSync(join(cwd, '.gitconfig'), config);
    await program([...minimal, '--no-install'], { cwd });
    const app = join(cwd, 'app');
    expect(git(app, 'log', '-1', '--format=%an %ae %cn')).toBe('Ada ada@example.org Ada');
    expect(git(app, 'branch', '--show-current')).toBe('trunk');
  });

  test('is not made inside of a repository: that is said, and is no failure', async () => {
    const cwd = scratch();
    git(cwd, 'init', '-q');
    const before = listing(join(cwd, '.git'));
    const words = [...minimal, '--no-install', '--json'];
    const { code, stdout } = await program(words, { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).steps[1]).toEqual({
      name: 'git',
      ok: true,
      detail: `The folder belongs to the git repository ${cwd}: nothing was committed.`,
    });
    expect(existsSync(join(cwd, 'app', '.git'))).toBe(false);
    expect(listing(join(cwd, '.git'))).toEqual(before);
  });

  test('goes into the project even when a hook of another repository started us', async () => {
    const cwd = scratch();
    const other = folderIn(cwd, 'other');
    git(other, 'init', '-q');
    const env = { GIT_DIR: join(other, '.git'), GIT_INDEX_FILE: join(other, '.git', 'index') };
    const before = listing(other);
    await program([...minimal, '--no-install'], { cwd, env });
    expect(git(join(cwd, 'app'), 'rev-list', '--count', 'HEAD')).toBe('1');
    expect(listing(other)).toEqual(before);
  });

  test('without git leaves the project: exit 3 and the commands to repeat', async () => {
    const cwd = scratch();
    const PATH = onlyThese(cwd, { node: process.execPath });
    const words = [...minimal, '--no-install', '--json'];
    const { code, stdout } = await program(words, { cwd, env: { PATH } });
    expect(code).toBe(3);
    const { detail } = JSON.parse(stdout).steps[1];
    expect(detail).toContain('git is not on this machine');
    const [, repeat = ''] = detail.split('Repeat it with: ');
    execFileSync('sh', ['-c', repeat], {
      env: {
        ...plainEnvironment(cwd),
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.org',
      },
    });
    expect(git(join(cwd, 'app'), 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  test('that git refuses leaves the project: exit 3 with what git said', async () => {
    const cwd = scratch();
    const hooks = folderIn(cwd, 'hooks');
    writeFileSync(join(hooks, 'pre-commit'), '#!/bin/sh\necho "not today"; exit 1\n', {
      mode: 0o755,
    });
    writeFileSync(join(cwd, '.gitconfig'), `[core]\nhooksPath = ${hooks}\n`);
    const { code, stderr } = await program([...minimal, '--no-install'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('not today');
  });

  test('--no-git makes no repository', async () => {
    const cwd = scratch();
    await program([...minimal, ...quick], { cwd });
    expect(existsSync(join(cwd, 'app', '.git'))).toBe(false);
  });
});
