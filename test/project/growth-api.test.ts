import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { abort, add, create, diff, remove, resume, status, undo, update } from '../../src/index.ts';
import { listing } from '../support/listing.ts';
import { scratch } from '../support/scratch.ts';

const quick = { install: false, git: false };

test('a project grows and shrinks for programs as it does for people', async () => {
  const dir = join(scratch(), 'app');
  await create({ dir, answers: {}, ...quick });
  const before = listing(dir);
  const planned = await add({ dir, layers: ['cache'], dryRun: true });
  expect(planned).toMatchObject({ written: false, added: ['cache'], conflicts: [] });
  expect(listing(dir)).toEqual(before);
  const { files } = await diff(dir, 'cache');
  expect(files.map(({ path }) => path)).toContain('roadmap.json');

  expect(await add({ dir, layers: ['cache'], install: false })).toMatchObject({ written: true });
  expect(await status(dir)).toMatchObject({ layers: ['http', 'domain', 'cache'], edited: [] });
  expect(await update({ dir, install: false })).toMatchObject({ written: false });
  expect(await remove({ dir, layers: ['cache'], install: false })).toMatchObject({
    removed: ['cache'],
  });
  expect(listing(dir, ['.roadmap'])).toEqual(before);
  expect(await undo({ dir })).toMatchObject({ label: 'remove cache' });
  expect(await undo({ dir })).toMatchObject({ label: 'add cache' });
  expect(listing(dir)).toEqual(before);
});

test('without conflicts there is nothing to resume or to abort', async () => {
  const dir = join(scratch(), 'app');
  await create({ dir, answers: {}, ...quick });
  const refused = { code: 'refused', fix: expect.any(String) };
  await expect(resume({ dir })).rejects.toMatchObject(refused);
  await expect(abort({ dir })).rejects.toMatchObject(refused);
  await expect(status(join(dir, 'src'))).rejects.toMatchObject(refused);
});

test('a history is made of a workshop', async () => {
  const dir = join(scratch(), 'app');
  const { steps, command } = await create({
    dir,
    answers: { preset: 'workshop' },
    install: false,
  });
  expect(steps.at(-1)).toEqual({ name: 'git', ok: true });
  expect(command).toContain('--history');
  const tag = readFileSync(join(dir, '.git', 'refs', 'tags', 'stage-04-databases'), 'utf8');
  expect(tag).toMatch(/^[0-9a-f]{40}\n$/);
});
