import { randomBytes } from 'node:crypto';
import { describe } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Migration } from '../../src/database/migrations.ts';
import { openDatabase } from '../../src/database/open-database.ts';

const { DATABASE_URL: server } = process.env;

/** Where the tests of this run keep their data. */
export const where = server ? 'MongoDB' : 'MongoDB (set DATABASE_URL)';

/** Tests that need the server. */
export const describeDatabase = describe.runIf(server);

/** A database of this test's own: empty, gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const url = new URL(server ?? '');
  url.pathname = `/test_${randomBytes(6).toString('hex')}`;
  const database = await openDatabase({ databaseUrl: url.href });
  return {
    ...database,
    async close() {
      await database.executor.db.dropDatabase();
      await database.close();
    },
  };
}

export async function tablesOf({ executor: { db } }: Database) {
  return (await db.listCollections().toArray()).map(({ name }) => name).sort();
}

export function aMigration(name: string): Migration {
  const [up, down] = [JSON.stringify([{ create: name }]), JSON.stringify([{ drop: name }])];
  return { name, up, down, checksum: up };
}
