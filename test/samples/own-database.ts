import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import { afterAll } from 'vitest';
import type { Sample } from './samples.ts';
import { changedUrl, emptyDatabase, hasServer } from './server-database.ts';

const { MYSQL_URL, MONGODB_URL } = process.env;

const undo: (() => Promise<unknown> | undefined)[] = [];
afterAll(() => Promise.all(undo.map((work) => work())));

const freshName = () => `sample_${randomBytes(6).toString('hex')}`;

/** Engine → makes an empty database; the engines whose servers there are. */
const engines: Readonly<Record<string, () => Promise<string>>> = {
  ...(hasServer && { postgres: emptyDatabase }),
  ...(MYSQL_URL !== undefined && { mysql: () => emptyMysql(MYSQL_URL) }),
  ...(MONGODB_URL !== undefined && { mongodb: () => emptyMongodb(MONGODB_URL) }),
  async sqlite() {
    const folder = mkdtempSync(join(tmpdir(), 'roadmap-sqlite-'));
    undo.push(async () => rmSync(folder, { recursive: true, force: true }));
    return `file:${join(folder, 'links.sqlite')}`;
  },
};

/** Engines whose databases are reached over the network, and of which there is a server. */
export const networked = Object.keys(engines).filter((engine) => engine !== 'sqlite');

/** Whether there is a database for a project, besides what is embedded in it. */
export function hasDatabaseFor({ layers }: Pick<Sample, 'layers'>): boolean {
  return Object.keys(engines).some((engine) => layers.has(engine));
}

/**
 * @param sample a project that has a database
 * @returns the URL of an empty one of its own, which disappears after the tests of the file
 * @throws when there is no server for it
 */
export function ownDatabase({ layers }: Pick<Sample, 'layers'>): Promise<string> {
  const make = Object.entries(engines).find(([engine]) => layers.has(engine))?.[1];
  if (make === undefined) throw new Error(`There is no server for ${[...layers].join(', ')}.`);
  return make();
}

/** Runs statements on a connection of its own. */
export async function inMysql(url: string, text: string): Promise<unknown> {
  const connection = await mysql.createConnection({ uri: url, multipleStatements: true });
  try {
    const [rows] = await connection.query(text);
    return rows;
  } finally {
    await connection.end();
  }
}

async function emptyMysql(server: string): Promise<string> {
  const name = freshName();
  await inMysql(server, `create database ${name}`);
  undo.push(() => inMysql(server, `drop database ${name}`));
  return changedUrl(server, (url) => {
    url.pathname = `/${name}`;
  });
}

/** It is made by the first write. */
async function emptyMongodb(server: string): Promise<string> {
  const url = changedUrl(server, (it) => {
    it.pathname = `/${freshName()}`;
  });
  undo.push(async () => {
    const client = await new MongoClient(url).connect();
    await client.db().dropDatabase();
    await client.close();
  });
  return url;
}
