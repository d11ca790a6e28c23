import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createClient } from '@libsql/client';
import { type Document, MongoClient } from 'mongodb';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { networked, ownDatabase } from './own-database.ts';
import { schemaOf } from './schema.ts';

/** An empty database in which migrations are tried. */
export interface TriedDatabase {
  exec(migration: string): Promise<unknown>;
  /** Everything about its tables: two that are equal behave the same. */
  schema(): Promise<unknown>;
  /** Takes everything out. */
  clear(): Promise<unknown>;
  close(): Promise<unknown>;
}

/** Engine → opens one; those that need a server only where there is one. */
export const triedDatabases: Readonly<Record<string, () => Promise<TriedDatabase>>> = {
  postgres: openPostgres,
  sqlite: openSqlite,
  ...(networked.includes('mysql') && { mysql: openMysql }),
  ...(networked.includes('mongodb') && { mongodb: openMongodb }),
};

async function openPostgres(): Promise<TriedDatabase> {
  const database = await PGlite.create();
  return {
    exec: (migration) => database.exec(migration),
    schema: () => schemaOf(database),
    clear: () => database.exec('drop schema public cascade; create schema public'),
    close: () => database.close(),
  };
}

/** Without the table of SQLite's own that counts for others, and stays when they are gone. */
const SQLITE_SCHEMA = `select type, name, sql from sqlite_schema
  where name <> 'sqlite_sequence' order by name`;

async function openSqlite(): Promise<TriedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'roadmap-schema-'));
  const open = () => createClient({ url: `file:${join(folder, 'schema')}` });
  let client = open();
  return {
    exec: (migration) => client.executeMultiple(migration),
    schema: async () => (await client.execute(SQLITE_SCHEMA)).rows,
    async clear() {
      client.close();
      rmSync(join(folder, 'schema'), { force: true });
      client = open();
    },
    async close() {
      client.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openMysql(): Promise<TriedDatabase> {
  const url = await ownDatabase({ layers: new Set(['mysql']) });
  const name = new URL(url).pathname.slice(1);
  const connection = await mysql.createConnection({ uri: url, multipleStatements: true });
  return {
    exec: (migration) => connection.query(migration),
    async schema() {
      const [tables] = await connection.query<RowDataPacket[]>('show tables');
      const names = tables.flatMap((row) => Object.values(row)).sort();
      const made = names.map((table) => connection.query(`show create table ${table}`));
      return (await Promise.all(made)).map(([rows]) => rows);
    },
    clear: () => connection.query(`drop database ${name}; create database ${name}; use ${name}`),
    close: () => connection.end(),
  };
}

async function openMongodb(): Promise<TriedDatabase> {
  const url = await ownDatabase({ layers: new Set(['mongodb']) });
  const client = await new MongoClient(url).connect();
  const db = client.db();
  return {
    async exec(migration) {
      const commands: Document[] = JSON.parse(migration);
      // The server of these tests has no validators.
      for (const { validator: _, ...command } of commands) await db.command(command);
    },
    async schema() {
      const collections = await db.listCollections().toArray();
      const names = collections.map(({ name }) => name).sort();
      return Promise.all(names.map(async (name) => [name, await db.collection(name).indexes()]));
    },
    clear: () => db.dropDatabase(),
    close: () => client.close(),
  };
}
