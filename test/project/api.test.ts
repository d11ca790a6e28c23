import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { create, type RoadmapError, render, resolve, roadmap } from '../../src/index.ts';
import { listing } from '../support/listing.ts';
import { folderIn, scratch } from '../support/scratch.ts';

test('resolve and render give in memory what create writes to the disk', async () => {
  const dir = join(scratch(), 'app');
  const selection = await resolve({ name: 'app', layers: ['database'] });
  const tree = await render(selection);
  const heard: string[] = [];
  const created = await create({
    dir,
    answers: { layers: ['database'] },
    install: false,
    git: false,
    listener: { started: (name) => heard.push(name), line: () => {}, ended: () => {} },
  });
  expect(created).toMatchObject({
    project: { name: 'app', dir },
    layers: selection.layers,
    files: tree.size,
    steps: [{ name: 'write', ok: true }],
  });
  expect(heard).toEqual([]);
  const files = Object.entries(listing(dir)).filter(([, it]) => it.startsWith('file'));
  expect(files.map(([path]) => path).sort()).toEqual([...tree.keys()].sort());
});

test('the roadmap is there as data', async () => {
  expect((await roadmap()).stages).toHaveLength(11);
});

test('expected failures carry what happened and what to do', async () => {
  const dir = folderIn(scratch(), 'app');
  writeFileSync(join(dir, 'notes.txt'), 'mine');
  const refused: Partial<RoadmapError> = {
    code: 'refused',
    message: expect.stringContaining('notes.txt'),
    fix: expect.stringContaining('another folder'),
  };
  await expect(create({ dir, answers: {} })).rejects.toMatchObject(refused);
  const impossible: Partial<RoadmapError> = { code: 'impossible' };
  await expect(resolve({ name: 'app', reached: 12 })).rejects.toMatchObject(impossible);
});

test('a signal that aborts takes back what was made', async () => {
  const cwd = scratch();
  const controller = new AbortController();
  const creating = create({
    dir: join(cwd, 'app'),
    answers: {},
    install: false,
    signal: controller.signal,
    listener: { started: () => controller.abort(), line: () => {}, ended: () => {} },
  });
  await expect(creating).rejects.toMatchObject({ code: 'cancelled' });
  expect(listing(cwd)).toEqual({});
});
