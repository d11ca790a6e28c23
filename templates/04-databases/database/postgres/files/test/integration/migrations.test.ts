import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { migrate, pending, rollback } from '../../src/database/migrate.ts';
import { type Migration, readMigrations } from '../../src/database/migrations.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const aMigration = (name: string, up = `create table ${name} (id int)`): Migration => ({
  name,
  up,
  down: `drop table ${name}`,
  checksum: up,
});
const [early, late] = [aMigration('early'), aMigration('late')];
const run = (work: typeof migrate, ...migrations: Migration[]) =>
  database.withSession((session) => work(session, migrations));
const tables = () =>
  database.withSession(async (session) => {
    const rows = await session.run(
      'select table_name from information_schema.tables where table_schema = current_schema()',
    );
    return rows.map((row) => row.table_name).sort();
  });

it('applies what is missing, even when something later is there already', async () => {
  expect(await run(migrate, late)).toEqual(['late']);
  expect(await run(migrate, early, late)).toEqual(['early']);
  expect(await run(migrate, early, late)).toEqual([]);
});

it('refuses a migration that was changed after it had been applied, and names it', async () => {
  await run(migrate, early);
  const changed = aMigration('early', 'create table early (id bigint)');
  await expect(run(migrate, changed, late)).rejects.toThrow('early was changed');
  expect(await tables()).toEqual(['early', 'migrations']);
});

it('leaves no trace of a migration that fails half way', async () => {
  const broken = aMigration('broken', 'create table broken (id int); create table broken (id int)');
  await expect(run(migrate, early, broken)).rejects.toThrow('broken failed and was rolled back');
  expect(await tables()).toEqual(['early', 'migrations']);
});

it('lets one of two that start at once do the work', async () => {
  const applied = await Promise.all([run(migrate, early, late), run(migrate, early, late)]);
  expect(applied.flat()).toEqual(['early', 'late']);
});

it('takes every migration of this project back, last first, down to an empty schema', async () => {
  const migrations = await readMigrations();
  const applied = await run(migrate, ...migrations);
  for (const name of applied.toReversed()) {
    expect(await database.withSession((session) => rollback(session, migrations))).toBe(name);
  }
  expect(await tables()).toEqual(['migrations']);
  expect(await database.withSession((session) => pending(session, migrations))).toEqual(migrations);
});
