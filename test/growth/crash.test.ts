import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, casesOf } from '../support/cases.ts';
import { program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';
import { copyOf, type Owned, ownConfig, owned } from './project.ts';

const killer = fileURLToPath(new URL('kill-at.cjs', import.meta.url));

/** An operation, on a project that it can be done to. */
interface Operation {
  readonly words: readonly string[];
  readonly project: Owned;
}

async function conflicted(): Promise<Owned> {
  const project = await owned('');
  project.edit('src/config.ts', ownConfig);
  expect((await project.run('add', 'hardening', 'cache')).code).toBe(4);
  return project;
}

async function solved(): Promise<Owned> {
  const project = await conflicted();
  project.write('src/config.ts', 'const solved = 1;\n');
  return project;
}

const operations: Readonly<Record<string, () => Promise<Operation>>> = {
  add: async () => ({ words: ['add', 'cache', 'api'], project: await owned('') }),
  'add with conflicts': async () => {
    const project = await owned('');
    project.edit('src/config.ts', ownConfig);
    return { words: ['add', 'hardening', 'cache'], project };
  },
  remove: async () => ({ words: ['remove', 'auth'], project: await owned('auth,api') }),
  undo: async () => {
    const project = await owned('');
    await project.run('add', 'cache');
    return { words: ['undo'], project };
  },
  abort: async () => ({ words: ['abort'], project: await conflicted() }),
  continue: async () => ({ words: ['continue', '--no-install'], project: await solved() }),
};

function stateOf(project: Owned): object {
  return { files: project.listing(), index: project.git('ls-files', '--stage') };
}

function start(project: Owned, words: readonly string[], env: Record<string, string>) {
  const options = `--require ${killer}`;
  const said = words[0] === 'add' || words[0] === 'remove' ? [...words, '--no-install'] : words;
  return program(said, { cwd: project.folder, env: { NODE_OPTIONS: options, ...env } });
}

test.each(Object.keys(operations))(
  '%s, killed at any write, leaves the old or the new tree once we start again',
  async (name) => {
    const { words, project } = (await operations[name]?.()) ?? expect.fail(name);
    const old = stateOf(project);
    const whole = copyOf(project);
    const counter = join(scratch(), 'count');
    await start(whole, words, { COUNT_TO: counter });
    const grown = stateOf(whole);
    const writes = Number(readFileSync(counter, 'utf8'));
    expect(grown).not.toEqual(old);
    expect(writes).toBeGreaterThan(5);

    const few = casesOf(200, 6) / Object.keys(operations).length;
    const places = fc.sample(fc.integer({ min: 1, max: writes }), {
      seed: cases.seed,
      numRuns: Math.min(writes, Math.ceil(few)),
    });
    const seen = new Set<string>();
    for (const place of places) {
      const crashed = copyOf(project);
      const killed = await start(crashed, words, { KILL_AT: String(place) });
      expect(killed.signal, `write ${place} of ${writes}: ${killed.stderr}`).toBe('SIGKILL');
      const { code } = await crashed.run('status');
      expect(code).toBe(0);
      const state = JSON.stringify(stateOf(crashed));
      expect([JSON.stringify(old), JSON.stringify(grown)]).toContain(state);
      seen.add(state);
      if (state === JSON.stringify(old)) {
        const { stderr } = await start(crashed, words, {});
        expect(stateOf(crashed), `write ${place} of ${writes}: ${stderr}`).toEqual(grown);
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  },
  1_200_000,
);

test('killed while we make our own folder, a step can be taken all the same', async () => {
  const project = await owned('');
  const words = ['add', 'cache'];
  for (const place of [1, 2, 3, 4, 5]) {
    const crashed = copyOf(project);
    expect((await start(crashed, words, { KILL_AT: String(place) })).signal).toBe('SIGKILL');
    const { code, stderr } = await start(crashed, words, {});
    expect(code, `write ${place}: ${stderr}`).toBe(0);
  }
});

test('whoever changed a file after the crash keeps it', async () => {
  const project = await owned('');
  const words = ['add', 'cache', 'api'];
  const counter = join(scratch(), 'count');
  await start(copyOf(project), words, { COUNT_TO: counter });
  const place = Number(readFileSync(counter, 'utf8')) - 15;
  const { signal } = await start(project, words, { KILL_AT: String(place) });
  expect(signal).toBe('SIGKILL');
  const [changed = ''] = project.git('diff', '--name-only').split('\n');
  project.write(changed, 'my own');
  const { code, stderr } = await project.run('status');
  expect(code).toBe(0);
  expect(stderr).toContain(`${changed} was changed since and stays`);
  expect(project.read(changed)).toBe('my own');
  expect(project.git('status', '--porcelain')).toBe(` M ${changed}\n`);
});
