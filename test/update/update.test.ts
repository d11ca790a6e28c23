import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { type Owned, ownConfig, owned, owner } from '../growth/project.ts';
import { listing } from '../support/listing.ts';
import { program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';
import { dropped, moved, next } from './next-version.ts';

/** A home whose npm knows the registry, with an empty cache. */
function home(registry = inject('registry')): Record<string, string> {
  const folder = scratch();
  writeFileSync(join(folder, '.npmrc'), `registry=${registry}\nfetch-retries=0\n`);
  return { HOME: folder, npm_config_cache: join(folder, 'cache') };
}

const nowhere = 'http://127.0.0.1:9/';

/** The same project, whose owner has the next version of the program. */
function withNext(project: Owned, env = home()): Owned {
  return owner(project.folder, { program: inject('newer'), env });
}

function recordedVersion(project: Owned): string {
  return JSON.parse(project.read('roadmap.json')).generator.version;
}

describe('update to the next version', () => {
  test('makes the project that the next version creates, new question and all', async () => {
    const project = await owned('cache,api');
    const { code, result } = await withNext(project).json('update');
    expect(code).toBe(0);
    expect(result.next.join('\n')).toContain('cache is a new choice; it is local');
    const parent = scratch();
    const words = ['shop', '--layers', 'cache,api', '--no-install', '--no-git'];
    await program(words, { cwd: parent, program: inject('newer') });
    expect(project.listing()).toEqual(listing(join(parent, 'shop')));
    expect(recordedVersion(project)).toBe(next);
    expect((await withNext(project).json('update', '--force')).result.written).toBe(false);
  });

  test('keeps edits: in changed files, and in one that is elsewhere now', async () => {
    const project = await owned('');
    project.edit('src/main.ts', (text) => `${text}\n// mine\n`);
    project.edit(moved[0], (text) => `${text}\n// mine\n`);
    project.edit('package.json', (text) =>
      text.replace('"scripts": {', '"scripts": {\n    "mine": "1",'),
    );
    const { code } = await withNext(project).json('update');
    expect(code).toBe(0);
    expect(project.read('src/main.ts')).toMatch(/^\/\/ The next version\.\n(?:.*\n)*\/\/ mine\n$/);
    expect(existsSync(join(project.folder, moved[0]))).toBe(false);
    expect(project.read(moved[1])).toContain('// mine');
    expect(JSON.parse(project.read('package.json'))).toMatchObject({
      scripts: { mine: '1' },
      dependencies: { pino: '99.0.0' },
    });
  });

  test('deletes a dropped file that nobody edited', async () => {
    const project = await owned('');
    await withNext(project).run('update');
    expect(existsSync(join(project.folder, dropped))).toBe(false);
  });

  test('keeps a dropped file that was edited, and lists it', async () => {
    const project = await owned('');
    project.edit(dropped, (text) => `${text}mine\n`);
    const { result } = await withNext(project).json('update');
    expect(project.read(dropped)).toContain('mine');
    expect(result.files).toContainEqual(
      expect.objectContaining({ path: dropped, outcome: 'kept' }),
    );
  });

  test('in conflict, waits with the version until continue', async () => {
    const project = await owned('');
    project.edit('src/config.ts', ownConfig);
    const old = recordedVersion(project);
    const { code } = await withNext(project).json('update');
    expect(code).toBe(4);
    expect(project.read('src/config.ts')).toContain(`>>>>>>> update to ${next}`);
    expect(recordedVersion(project)).toBe(old);
    project.write('src/config.ts', '// solved\n');
    expect((await withNext(project).run('continue')).code).toBe(0);
    expect(recordedVersion(project)).toBe(next);
  });

  test('is taken back byte for byte', async () => {
    const project = await owned('cache');
    const before = project.listing();
    await withNext(project).run('update');
    expect(project.listing()).not.toEqual(before);
    expect((await withNext(project).run('undo')).code).toBe(0);
    expect(project.listing()).toEqual(before);
  });

  test('with --dry-run says what would change', async () => {
    const project = await owned('');
    const before = listing(project.folder);
    const { code, result } = await withNext(project).json('update', '--dry-run');
    expect(code).toBe(0);
    const main = result.files.find(({ path }) => path === 'src/main.ts');
    expect(main?.diff).toContain('+// The next version.');
    expect(listing(project.folder)).toEqual(before);
  });
});

describe('without the old version', () => {
  test('nothing is guessed: exit 2, and nothing changes', async () => {
    const project = await owned('');
    const before = listing(project.folder);
    const { code, result } = await withNext(project, home(nowhere)).json('update');
    expect(code).toBe(2);
    expect(result.error.message).toContain('is not to be had');
    expect(result.error.fix).toContain('--incoming');
    expect(listing(project.folder)).toEqual(before);
  });

  test('the new files can be put beside', async () => {
    const project = await owned('');
    const before = project.listing();
    const { code, stdout } = await withNext(project, home(nowhere)).run('update', '--incoming');
    expect(code).toBe(0);
    expect(stdout).toContain('+ .roadmap/incoming/src/main.ts');
    expect(project.listing()).toEqual(before);
    expect(project.read('.roadmap/incoming/src/main.ts')).toMatch(/^\/\/ The next version/);
    expect(existsSync(join(project.folder, '.roadmap/incoming/tsconfig.json'))).toBe(false);
    expect(project.git('status', '--porcelain')).toBe('');
  });

  test('it comes from the cache of npm when it has been there before', async () => {
    const env = home();
    const first = await owned('');
    expect((await withNext(first, env).run('update')).code).toBe(0);
    const registry = join(env.HOME ?? '', '.npmrc');
    writeFileSync(registry, `registry=${inject('registry')}\noffline=true\n`);
    const second = await owned('');
    expect((await withNext(second, env).run('update')).code).toBe(0);
    expect(recordedVersion(second)).toBe(next);
  });

  test('and without need of it, no network is needed', async () => {
    const project = await owned('');
    const { code, stdout } = await owner(project.folder, { env: home(nowhere) }).run('update');
    expect(code).toBe(0);
    expect(stdout).toContain('it is so already');
  });
});

describe('a project that cannot be updated', () => {
  test('says to update before anything is added', async () => {
    const project = await owned('');
    const { code, stderr } = await withNext(project).run('add', 'cache');
    expect(code).toBe(2);
    expect(stderr).toContain('create-backend-roadmap update');
  });

  test('one whose record was edited is found out, by what the old version renders', async () => {
    const project = await owned('');
    project.edit('roadmap.json', (text) => text.replace(/: "[0-9a-f]{8}/, ': "00000000'));
    const before = listing(project.folder);
    const { code, stderr } = await withNext(project).run('update');
    expect(code).toBe(2);
    expect(stderr).toContain('somebody edited it');
    expect(listing(project.folder)).toEqual(before);
  });

  test('one with a layer that is no more says what to do', async () => {
    const project = await owned('hardening');
    const { code, stderr } = await withNext(project).run('update');
    expect(code).toBe(2);
    expect(stderr).toContain('hardening');
    expect(stderr).toMatch(/npx create-backend-roadmap@\S+ remove/);
  });

  test('one of a newer version is not taken back', async () => {
    const project = await owned('');
    project.edit('roadmap.json', (text) => text.replace(/("version": )"[^"]+"/, '$1"10.0.0"'));
    const { code, stderr } = await withNext(project).run('update');
    expect(code).toBe(2);
    expect(stderr).toContain('npx create-backend-roadmap@latest');
  });

  test('one that names another program does not make us run it', async () => {
    const project = await owned('');
    project.edit('roadmap.json', (text) =>
      text.replace('"name": "create-backend-roadmap"', '"name": "is-odd"'),
    );
    const { code, stderr } = await withNext(project).run('update');
    expect(code).toBe(2);
    expect(stderr).toContain('it was made by is-odd');
  });

  test('one that was never published is not guessed at', async () => {
    const project = await owned('');
    project.edit('roadmap.json', (text) => text.replace(/("version": )"[^"]+"/, '$1"0.0.1"'));
    const { code, stderr } = await withNext(project).run('update');
    expect(code).toBe(2);
    expect(stderr).toContain('is not to be had');
  });
});
