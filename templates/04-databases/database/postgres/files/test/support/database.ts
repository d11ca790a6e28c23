import { randomBytes } from 'node:crypto';
import { describe } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { openEmbedded } from '../../src/database/embedded.ts';
import type { Migration } from '../../src/database/migrations.ts';
import { connectServer } from '../../src/database/server.ts';

/** Where the tests of this run keep their data. */
export const where = process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite';

/** There is always a database to test, if only the embedded one. */
export const describeDatabase = describe;

let embedded: Promise<Database> | undefined;

/** A database of this test's own: an empty schema, gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const url = process.env.DATABASE_URL;
  // Booting takes seconds, so all tests share one embedded database, one after the other.
  if (!url) embedded ??= openEmbedded();
  const database = url ? connectServer(url, schema) : await embedded;
  if (!database) throw new Error('There is neither a server nor an embedded database.');
  await database.withSession(({ script }) =>
    script(`create schema ${schema}; set search_path to ${schema}`),
  );
  return {
    ...database,
    async close() {
      await database.withSession(({ run }) => run(`drop schema ${schema} cascade`));
      if (url) await database.close();
    },
  };
}

export async function tablesOf(database: Database) {
  const rows = await database.withSession(({ run }) =>
    run('select table_name from information_schema.tables where table_schema = current_schema()'),
  );
  return rows.map((row) => row.table_name).sort();
}

export function aMigration(name: string): Migration {
  const up = `create table ${name} (id int)`;
  return { name, up, down: `drop table ${name}`, checksum: up };
}
