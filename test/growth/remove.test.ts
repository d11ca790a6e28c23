import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';
import { owned, owner } from './project.ts';

describe('remove', () => {
  test('after add leaves the project as it was; migrations stay', async () => {
    const project = await owned('');
    const before = project.listing();
    const { result: added } = await project.json('add', 'auth', 'database', '--commit');
    expect(added.steps.at(-1)).toEqual({ name: 'git', ok: true });
    const { code, result } = await project.json('remove', 'auth', 'database');
    expect(code).toBe(0);
    expect(result.removed.toSorted()).toEqual(added.added.toSorted());
    const after = project.listing();
    const migrations = Object.keys(after).filter((path) => path.startsWith('migrations'));
    expect(migrations.length).toBeGreaterThan(1);
    for (const path of migrations) delete after[path];
    expect(after).toEqual(before);
  });

  test('keeps files that were edited, and lists them', async () => {
    const project = await owned('cache');
    const { result: planned } = await project.json('remove', 'cache', '--dry-run');
    const edited = planned.files.find(({ path }) => /^src\/.*\/\w+\.ts$/.test(path))?.path ?? '';
    project.edit(edited, (text) => `${text}export const mine = 1;\n`);
    const { code, result } = await project.json('remove', 'cache');
    expect(code).toBe(0);
    expect(project.read(edited)).toContain('export const mine = 1;');
    expect(result.files).toContainEqual({
      path: edited,
      outcome: 'kept',
      because: expect.stringContaining('yours now'),
    });
  });

  test.each(['postgres', 'mongodb'])('leaves the migrations of %s', async (database) => {
    const parent = scratch();
    const words = ['shop', '--layers', 'auth', '--database', database, '--no-install', '--no-git'];
    await program(words, { cwd: parent });
    const project = owner(join(parent, 'shop'));
    const migrations = () => readdirSync(join(project.folder, 'migrations'));
    const before = migrations();
    expect(before.length).toBeGreaterThan(2);
    const { code, result } = await project.json('remove', 'auth', 'database');
    expect(code).toBe(0);
    expect(migrations()).toEqual(before);
    expect(result.next.filter((step) => step.startsWith('to drop its data'))).toHaveLength(
      before.length / 2,
    );
  });

  test('says how the tables of a layer can be dropped', async () => {
    const project = await owned('auth,database');
    const { code, result } = await project.json('remove', 'auth');
    expect(code).toBe(0);
    expect(result.next.join('\n')).toContain('run migrations/07-accounts.down.sql');
    expect(project.read('migrations/07-accounts.up.sql')).toContain('create table');
    project.git('add', '--all');
    project.git('commit', '--quiet', '--message', 'Remove');
    const again = await project.json('add', 'auth');
    expect(again.code).toBe(0);
    expect(again.result.conflicts).toEqual([]);
  });
});
