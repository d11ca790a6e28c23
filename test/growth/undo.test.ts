import { rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, casesOf } from '../support/cases.ts';
import { listing } from '../support/listing.ts';
import { layersThere } from './layers.ts';
import { copyOf, type Owned, ownConfig, owned } from './project.ts';

describe('undo', () => {
  test('takes the last step back byte for byte, and leaves nothing of ours', async () => {
    const project = await owned('api');
    const before = listing(project.folder);
    await project.run('add', 'auth');
    expect(listing(project.folder)).not.toEqual(before);
    const { code, stdout } = await project.run('undo');
    expect(code).toBe(0);
    expect(stdout).toContain('Taken back: add auth');
    expect(listing(project.folder)).toEqual(before);
    const { code: again, stderr } = await project.run('undo');
    expect(again).toBe(2);
    expect(stderr).toContain('No step is remembered');
  });

  test('goes back step by step, five at the most', async () => {
    const project = await owned('');
    const states = [];
    const layers = ['cache', 'api', 'web', 'hardening', 'database', 'auth'];
    for (const layer of layers) {
      states.push(project.listing());
      expect((await project.run('add', layer, '--force')).code).toBe(0);
    }
    for (const state of states.slice(1).toReversed()) {
      expect((await project.run('undo')).code).toBe(0);
      expect(project.listing()).toEqual(state);
    }
    expect((await project.run('undo')).code).toBe(2);
  });

  test('refuses to lose what was changed since; with --force that is kept in the journal', async () => {
    const project = await owned('');
    const before = project.listing();
    await project.run('add', 'cache');
    project.write('src/compose.ts', 'my own');
    rmSync(join(project.folder, 'README.md'));
    const { code, stderr } = await project.run('undo');
    expect(code).toBe(2);
    expect(stderr).toContain('README.md');
    expect(stderr).toContain('src/compose.ts');
    const { result } = await project.json('undo', '--dry-run');
    expect(result.files).toContainEqual(
      expect.objectContaining({ path: 'src/compose.ts', outcome: 'updated', changed: true }),
    );
    expect(project.read('src/compose.ts')).toBe('my own');
    expect((await project.run('undo', '--force')).code).toBe(0);
    expect(project.listing()).toEqual(before);
    expect(project.read('.roadmap/journal/0002')).toContain(
      Buffer.from('my own').toString('base64'),
    );
  });

  test('leaves files that are none of ours alone, and their folders', async () => {
    const project = await owned('');
    const { result } = await project.json('add', 'cache');
    const made = result.files.find(({ outcome, path }) => {
      return outcome === 'created' && path.startsWith('src/');
    });
    const mine = join(made?.path ?? '', '..', 'mine.ts');
    project.write(mine, 'mine');
    expect((await project.run('undo')).code).toBe(0);
    expect(project.read(mine)).toBe('mine');
  });

  test('does not believe a journal that leads elsewhere', async () => {
    const project = await owned('');
    await project.run('add', 'cache');
    const journal = project.read('.roadmap/journal/0001');
    project.write('.roadmap/journal/0001', journal.replace('"path":"', '"path":"../'));
    const { code, stderr } = await project.run('undo');
    expect(code).toBe(2);
    expect(stderr).toContain('is not what we left there');
  });
});

test('undo is byte-exact after any step on any edited project', async () => {
  const projects = new Map<string, Owned>();
  for (const layers of ['', 'api', 'api,auth,cache,database']) {
    projects.set(layers, await owned(layers));
  }
  const edits: readonly ((project: Owned) => void)[] = [
    () => undefined,
    (project) => project.write('src/config.ts', ownConfig(project.read('src/config.ts'))),
    (project) => project.write('README.md', project.read('README.md').replaceAll('\n', '\r\n')),
    (project) => unlinkSync(join(project.folder, 'AGENTS.md')),
    (project) => project.write('package.json', project.read('package.json').trim()),
    (project) => project.write('src/mine.ts', 'export const mine = 1;\n'),
  ];
  const step = fc.record({
    from: fc.constantFrom(...projects.keys()),
    command: fc.constantFrom('add', 'remove'),
    layer: fc.constantFrom(...layersThere),
    edits: fc.subarray([...edits]),
  });
  await fc.assert(
    fc.asyncProperty(step, async ({ from, command, layer, edits: some }) => {
      const project = copyOf(projects.get(from) ?? expect.fail(from));
      for (const edit of some) edit(project);
      const before = listing(project.folder, ['.git']);
      const index = project.git('ls-files', '--stage');
      const { code } = await project.run(command, layer, '--force');
      if (code === 0) await project.run('undo');
      else if (code === 4) expect((await project.run('abort')).code).toBe(0);
      else expect(code).toBe(2);
      expect(listing(project.folder, ['.git'])).toEqual(before);
      expect(project.git('ls-files', '--stage')).toBe(index);
    }),
    { seed: cases.seed, numRuns: casesOf(500, 5) },
  );
}, 1_200_000);
