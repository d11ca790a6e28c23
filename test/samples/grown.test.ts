import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import { owned } from '../growth/project.ts';
import { editsOf } from '../merge/edits/edits.ts';
import { program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';
import { runWell } from './run.ts';
import { catalogue, everySample, type Sample, seed } from './samples.ts';
import { started } from './started.ts';

const isFull = process.env.FULL !== undefined;

/** Edits that leave a project which passes its own tests. */
const healthy = [
  'adds an environment variable',
  'adds an environment variable at the end of the list',
  'logs to standard error',
  'says in the README what it is for',
  'adds a habit to AGENTS.md',
  'has everything with the line ends of Windows',
  'formats with double quotes',
  'heads every source with a licence',
];

/** A project, what its owner does to it, and the layers that come one by one. */
interface Course {
  readonly sample: Sample;
  readonly first: readonly string[];
  readonly later: readonly string[];
  readonly done: readonly string[];
}

const courses: readonly Course[] = fc.sample(
  fc
    .constantFrom(...everySample.filter(({ selection }) => selection.answers.layers.length > 1))
    .chain((sample) => {
      const { layers } = sample.selection.answers;
      return fc.record({
        sample: fc.constant(sample),
        order: fc.shuffledSubarray([...layers], { minLength: layers.length }),
        at: fc.nat(layers.length - 1),
        done: fc.subarray([...healthy], { maxLength: 2 }),
      });
    })
    .map(({ order, at, ...rest }) => ({
      ...rest,
      first: order.slice(0, at),
      later: order.slice(at),
    })),
  { seed, numRuns: isFull ? 36 : 6 },
);

/** A layer and all that it requires: whoever adds it is the one to choose among their values. */
function broughtBy(layer: string): readonly string[] {
  const requires = layersOf(catalogue).find(({ id }) => id === layer)?.requires ?? [];
  return [layer, ...requires.flatMap(broughtBy)];
}

describe.each(courses.map((course, index) => [nameOf(course), course, index] as const))(
  '%s',
  (_, { sample, first, later, done }, index) => {
    it('is sound: it has the right types, passes its tests, and starts', async () => {
      const project = await owned(first.join(), { parent: scratch() });
      const files = project.git('ls-files', '-z').split('\0').filter(Boolean);
      const texts = new Map(files.map((path) => [path, project.read(path)]));
      for (const { name, apply } of editsOf(texts)) if (done.includes(name)) apply(texts);
      for (const [path, text] of texts) project.write(path, text);
      const present = new Set(first.flatMap(broughtBy));
      for (const layer of later) {
        const said = broughtBy(layer).flatMap((id) => {
          const choice = sample.selection.answers.choices[id];
          return choice === undefined || present.has(id) ? [] : [`--${id}`, choice];
        });
        for (const id of broughtBy(layer)) present.add(id);
        const { code, result } = await project.json('add', layer, ...said, '--force');
        expect({ code, layer, conflicts: result.conflicts }).toMatchObject({ code: 0 });
      }
      const { folder } = project;
      // One of them as its owner would do it; the others share what is installed.
      if (index === 0) await runWell(folder, ['npm', 'install', '--no-audit', '--no-fund']);
      else symlinkSync(inject('modules'), join(folder, 'node_modules'));
      await runWell(folder, ['npm', 'run', 'typecheck']);
      await runWell(folder, ['npm', 'test']);
      const backend = await started(folder);
      expect((await fetch(`${backend.url}/livez`)).status).toBe(200);
      await backend.stop();
    }, 300_000);
  },
);

describe('a history', () => {
  it('is a complete project that passes its own tests at every stage', async () => {
    const parent = scratch();
    const words = ['shop', '--preset', 'workshop', '--no-install'];
    expect((await program(words, { cwd: parent })).code).toBe(0);
    const folder = join(parent, 'shop');
    const tags = execFileSync('git', ['tag'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
    const some = fc.sample(fc.constantFrom(...tags), { seed, numRuns: 2 });
    symlinkSync(inject('modules'), join(folder, 'node_modules'));
    for (const tag of isFull ? tags : new Set(some)) {
      execFileSync('git', ['checkout', '--quiet', tag], { cwd: folder });
      await runWell(folder, ['npm', 'run', 'typecheck']);
      await runWell(folder, ['npm', 'test']);
    }
  }, 1_200_000);
});

function nameOf({ first, later, done }: Course): string {
  const begun = first.length === 0 ? 'the minimal project' : `a project with ${first.join(', ')}`;
  const edited = done.length === 0 ? 'nobody edited' : `somebody ${done.join(', ')}`;
  return `${begun}, ${edited}, then ${later.join(', ')}`;
}
