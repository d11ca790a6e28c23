import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/project/templates.ts';
import { render } from '../../src/render/render.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { cases } from '../support/cases.ts';
import { scratch } from '../support/scratch.ts';
import { coveringSelections } from './selections.ts';

const templates = await loadTemplates();
const selections = coveringSelections(catalogueOf(templates), cases.seed);
/** Which ones, the seed decides; all of them where it is that of a commit (.ci/run). */
const few = fc.sample(fc.shuffledSubarray([...selections], { minLength: 6, maxLength: 6 }), {
  numRuns: 1,
  seed: cases.seed,
});
const samples = (process.env.SEED ? selections : few.flat()).map((selection) => {
  const name = [...selection.layers, ...Object.values(selection.choices)].join('-');
  return { name, selection };
});
const tool = { preferLocal: true, localDir: resolve('.'), reject: false, all: true } as const;

describe.each(samples)('the project $name, as it is written', ({ name, selection }) => {
  it('has nothing for Biome to change, and no type error before it was ever built', async () => {
    const folder = await write({ ...selection, name });
    const lint = await execa('biome', ['check', '--vcs-enabled=false'], { ...tool, cwd: folder });
    expect(lint.exitCode, lint.all).toBe(0);
    // Several checkers would instantiate the same types once more each.
    const types = await execa('tsc', ['-p', '.', '--checkers', '1'], { ...tool, cwd: folder });
    expect(types.exitCode, types.all).toBe(0);
  });
});

it('the project with everything describes itself to the byte as its own script would', async () => {
  const largest = selections.toSorted((a, b) => b.layers.length - a.layers.length)[0];
  if (largest === undefined) throw new Error('There is no selection to try.');
  const folder = await write(largest);
  const before = await readFile(join(folder, 'openapi.json'), 'utf8');
  const script = await execa('tsx', ['scripts/openapi.ts'], { ...tool, cwd: folder });
  expect(script.exitCode, script.all).toBe(0);
  expect(await readFile(join(folder, 'openapi.json'), 'utf8')).toBe(before);
});

it('a name as long as npm allows has nothing for Biome to change either', async () => {
  const [first] = selections;
  if (first === undefined) throw new Error('There is no selection to try.');
  const folder = await write({ ...first, name: 'long'.repeat(53) });
  const lint = await execa('biome', ['check', '--vcs-enabled=false'], { ...tool, cwd: folder });
  expect(lint.exitCode, lint.all).toBe(0);
});

/** Over the packages of this repository: which ones a project declares is tested elsewhere. */
async function write(selection: Selection): Promise<string> {
  const folder = scratch();
  for (const [path, { contents }] of render(selection, templates)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
