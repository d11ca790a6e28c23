import { randomBytes } from 'node:crypto';
import { describe } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Migration } from '../../src/database/migrations.ts';
import { openDatabase } from '../../src/database/open-database.ts';

const { DATABASE_URL: server } = process.env;

/** Where the tests of this run keep their data. */
export const where = server ? 'MySQL or MariaDB' : 'MySQL or MariaDB (set DATABASE_URL)';

/** Tests that need the server. */
export const describeDatabase = describe.runIf(server);

/** A database of this test's own: empty, gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const outer = await openDatabase({ databaseUrl: server });
  await outer.withSession(({ run }) => run(`create database ${name}`));
  const database = await openDatabase({ databaseUrl: new URL(`/${name}`, server).href });
  return {
    ...database,
    async close() {
      await database.close();
      await outer.withSession(({ run }) => run(`drop database ${name}`));
      await outer.close();
    },
  };
}

export async function tablesOf(database: Database) {
  const rows = await database.withSession(({ run }) => run('show tables'));
  return rows.flatMap((row) => Object.values(row)).sort();
}

export function aMigration(name: string): Migration {
  const up = `create table ${name} (id int)`;
  return { name, up, down: `drop table ${name}`, checksum: up };
}
