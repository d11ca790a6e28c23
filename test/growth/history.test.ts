import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { fakeProgram } from '../support/fake-program.ts';
import { listing } from '../support/listing.ts';
import { program, startProgram } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';
import { gitAt, owner } from './project.ts';

const stages = ['--layers', 'web,database,api,cache', '--history'];

async function withHistory(...words: readonly string[]): Promise<string> {
  const parent = scratch();
  const said = ['shop', ...stages, '--no-install', ...words];
  expect((await program(said, { cwd: parent })).code).toBe(0);
  return join(parent, 'shop');
}

describe('--history', () => {
  test('makes one commit and one tag per stage, dated, with its idea', async () => {
    const folder = await withHistory();
    const log = gitAt(folder, 'log', '--reverse', '--format=%ad %s', '--date=short');
    expect(log.trim().split('\n')).toEqual([
      '2026-01-02 Stages 1 and 2: Understanding the backend; Fundamentals of programming',
      '2026-01-03 Stage 3: The web',
      '2026-01-04 Stage 4: Databases',
      '2026-01-05 Stage 5: APIs and web services',
      '2026-01-08 Stage 8: Performance',
    ]);
    expect(gitAt(folder, 'tag').trim().split('\n')).toEqual([
      'stage-01-backend',
      'stage-02-fundamentals',
      'stage-03-web',
      'stage-04-databases',
      'stage-05-apis',
      'stage-08-performance',
    ]);
    const message = gitAt(folder, 'log', '-1', '--format=%B', 'stage-04-databases');
    expect(message).toContain('Memory forgets; a database does not.');
    expect(message).toContain('Layers: database.');
    expect(gitAt(folder, 'status', '--porcelain')).toBe('');
  });

  test('has at every tag the project that create makes of those layers', async () => {
    const folder = await withHistory();
    for (const [tag, layers] of [
      ['stage-02-fundamentals', ''],
      ['stage-04-databases', 'web,database'],
      ['stage-08-performance', 'web,database,api,cache'],
    ] as const) {
      gitAt(folder, 'checkout', '--quiet', tag);
      const parent = scratch();
      const scope = layers === '' ? ['--preset', 'minimal'] : ['--layers', layers];
      await program(['shop', ...scope, '--no-install', '--no-git'], { cwd: parent });
      expect(listing(folder, ['.git'])).toEqual(listing(join(parent, 'shop')));
    }
  });

  test('has the same trees for everybody', async () => {
    const [one, other] = [await withHistory(), await withHistory()];
    const trees = (folder: string) => gitAt(folder, 'log', '--format=%T %ad');
    expect(trees(one)).toBe(trees(other));
  });

  test('locks every stage when it installs', async () => {
    const parent = scratch();
    const PATH = fakeProgram(
      parent,
      'npm',
      'mkdir -p node_modules/some; grep -c : package.json > package-lock.json; echo "$@" >> package-lock.json',
    );
    const { code } = await program(['shop', ...stages], { cwd: parent, env: { PATH } });
    expect(code).toBe(0);
    const folder = join(parent, 'shop');
    const locks = ['stage-02-fundamentals', 'stage-04-databases'].map((tag) =>
      gitAt(folder, 'show', `${tag}:package-lock.json`),
    );
    expect(locks[0]).toContain('install --package-lock-only');
    expect(locks[0]).not.toBe(locks[1]);
    expect(gitAt(folder, 'show', 'HEAD:package-lock.json')).toMatch(/^\d+\ninstall\n$/);
    expect(gitAt(folder, 'status', '--porcelain')).toBe('');
  });

  test('says which stages could not be locked: exit 3', async () => {
    const parent = scratch();
    const PATH = fakeProgram(
      parent,
      'npm',
      'case "$*" in *lock-only*) exit 1;; *) echo {} > package-lock.json;; esac',
    );
    const { code, stderr } = await program(['shop', ...stages], { cwd: parent, env: { PATH } });
    expect(code).toBe(3);
    expect(stderr).toContain('stage-04-databases');
  });

  test('is what the preset workshop means, unless git is not wanted', async () => {
    const cwd = scratch();
    const words = ['--preset', 'workshop', '--no-install'];
    expect((await program(['one', ...words], { cwd })).code).toBe(0);
    expect(gitAt(join(cwd, 'one'), 'tag')).toContain('stage-07-security');
    expect((await program(['two', ...words, '--no-git'], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, 'two', '.git'))).toBe(false);
    const { code, stderr } = await program(['three', ...stages, '--no-git'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--history needs git');
  });

  test('inside of a repository leaves the project: exit 3 with the reason', async () => {
    const cwd = scratch();
    gitAt(cwd, 'init', '--quiet');
    const { code, stderr } = await program(['shop', ...stages, '--no-install'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('belongs to the git repository');
    expect(existsSync(join(cwd, 'shop', 'roadmap.json'))).toBe(true);
  });

  test('interrupted leaves nothing', async () => {
    const home = scratch();
    const cwd = folderIn(home, 'work');
    const slow =
      'case "$*" in *lock-only*) echo begun >&2; touch "$HOME/begun"; exec sleep 30;; esac';
    const PATH = fakeProgram(home, 'npm', slow);
    const running = startProgram(['shop', ...stages], { cwd, env: { PATH, HOME: home } });
    while (!existsSync(join(home, 'begun'))) await setTimeout(50);
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    expect(listing(cwd)).toEqual({});
  });
});

test('add --commit goes on with a commit and a tag for each new stage', async () => {
  const folder = await withHistory();
  const project = owner(folder);
  expect((await project.run('add', 'auth', '--commit')).code).toBe(0);
  expect(gitAt(folder, 'tag', '--points-at', 'HEAD')).toBe('stage-07-security\n');
  expect(gitAt(folder, 'log', '-1', '--format=%s')).toBe('Stage 7: Security and authentication\n');
  expect((await project.run('add', 'hardening', '--commit')).code).toBe(0);
  expect(gitAt(folder, 'log', '-1', '--format=%s')).toBe('Add hardening\n');
  const { code } = await project.run('add', 'http', '--commit');
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'roadmap.json'), 'utf8')).toContain('"auth"');
});
