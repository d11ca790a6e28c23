import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Migration } from '../../src/database/migrations.ts';
import { openDatabase } from '../../src/database/open-database.ts';

/** Where the tests keep their data. */
export const where = 'SQLite';

/** There is always a database to test. */
export const describeDatabase = describe;

/** A database of this test's own: an empty file, gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const folder = await mkdtemp(path.join(tmpdir(), 'links-'));
  const database = await openDatabase({ databaseUrl: `file:${path.join(folder, 'test')}` });
  return {
    ...database,
    async close() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

export async function tablesOf(database: Database) {
  const rows = await database.withSession(({ run }) =>
    run("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"),
  );
  return rows.map(({ name }) => name).sort();
}

export function aMigration(name: string): Migration {
  const up = `create table ${name} (id int)`;
  return { name, up, down: `drop table ${name}`, checksum: up };
}
