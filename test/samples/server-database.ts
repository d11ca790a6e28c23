import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll } from 'vitest';

const { DATABASE_URL: server } = process.env;

const names: string[] = [];
afterAll(async () => {
  for (const name of names) await query(serverUrl(), `drop database ${name} with (force)`);
});

/** Whether there is a PostgreSQL server to try things on. */
export const hasServer = server !== undefined;

/**
 * @returns the address of an empty database of its own, which disappears after the tests of the file
 * @throws when DATABASE_URL is not set
 */
export async function emptyDatabase(): Promise<string> {
  const name = `sample_${randomBytes(6).toString('hex')}`;
  await query(serverUrl(), `create database ${name}`);
  names.push(name);
  return changedUrl(serverUrl(), (url) => {
    url.pathname = `/${name}`;
  });
}

/** @returns rows of one query on a connection of its own */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** @returns the address, changed */
export function changedUrl(address: string, change: (url: URL) => void): string {
  const url = new URL(address);
  change(url);
  return url.href;
}

function serverUrl(): string {
  if (server === undefined) throw new Error('DATABASE_URL is not set.');
  return server;
}
