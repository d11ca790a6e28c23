import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Document } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { scriptedMongodb } from './scripted-mongodb.ts';
import { written } from './written.ts';

const sample = sampleWith('api', 'auth', 'database', 'mongodb');

/** The types of BSON that are in use. */
const bsonTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null,
  string: (value) => typeof value === 'string',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
};
const ajv = new Ajv({ strictTypes: false }).addKeyword({
  keyword: 'bsonType',
  validate: (types: string | string[], value: unknown) =>
    [types].flat().some((type) => bsonTypes[type]?.(value)),
});

/** All documents as they were inserted, or put in the place of others. */
function writtenTo(name: string, commands: readonly Document[]): Document[] {
  return commands.flatMap(({ insert, documents, update, updates }) => {
    if (insert === name) return documents;
    return update === name ? updates.map(({ q, u }: Document) => ({ ...q, ...u })) : [];
  });
}

const nameOf = (command: Document) => Object.keys(command)[0] ?? '';

// The servers that the tests have know neither transactions nor validators, so what is said to one
// that does is taken down here.
describe('a project with mongodb, on a replica set', () => {
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  /** Runs a program that has the storage of the project, a link, and a moment. */
  async function within(url: string, program: string): Promise<string> {
    const probe = `
      const { openDatabase } = await import('./dist/database/open-database.js');
      const { storageIn } = await import('./dist/database-storage.js');
      const storage = storageIn(await openDatabase({ databaseUrl: process.env.DATABASE_URL }));
      const now = new Date();
      const link = { code: 'any', url: 'https://example.com/', owner: null, createdAt: now, expiresAt: null };
      ${program}
      await storage.close();`;
    writeFileSync(join(folder, 'probe.mjs'), probe);
    return runWell(folder, [process.execPath, 'probe.mjs'], { DATABASE_URL: url });
  }

  const everything = `async ({ links, catalogue, clicks, answers }) => {
    await links.add(link);
    await links.find(link.code);
    await catalogue.list(null, { limit: 1, after: link, q: 'a' });
    await catalogue.findForChange(link.code);
    await catalogue.save({ ...link, expiresAt: now });
    await catalogue.remove(link.code);
    await clicks.add([{ code: link.code, at: now }]);
    await clicks.total(link.code);
    await clicks.perDay(link.code, now);
    await clicks.forget(link.code);
    await answers.claim({ key: 'any', fingerprint: 'any' }, now, now, now);
    await answers.keep('any', { status: 201, headers: {}, body: '' });
    await answers.release('any');
  }`;

  it('does all of the work in one transaction of the server', async () => {
    const { url, commands } = await scriptedMongodb();
    await within(url, `await storage.transaction(${everything});`);
    expect(commands).toHaveLength(15);
    expect(nameOf(commands.at(-1) ?? {})).toBe('commitTransaction');
    const [{ lsid, txnNumber } = {}] = commands;
    for (const [index, command] of commands.entries()) {
      expect(command).toMatchObject({ lsid, txnNumber, autocommit: false });
      expect(command.startTransaction).toBe(index === 0 ? true : undefined);
    }
  });

  it('takes back a transaction whose work throws', async () => {
    const { url, commands } = await scriptedMongodb();
    const program = `
      const work = async ({ links }) => {
        await links.add(link);
        throw new Error('undone');
      };
      console.log(await storage.transaction(work).catch(({ message }) => message));`;
    expect(await within(url, program)).toContain('undone');
    expect(commands.map(nameOf)).toEqual(['update', 'abortTransaction']);
  });

  it('does one that met another again as a whole', async () => {
    let refused = false;
    const { url, commands } = await scriptedMongodb((command) => {
      if (refused || nameOf(command) !== 'delete') return undefined;
      refused = true;
      const errorLabels = ['TransientTransactionError'];
      return { ok: 0, code: 112, codeName: 'WriteConflict', errmsg: 'met', errorLabels };
    });
    const program = `
      await storage.transaction(async ({ links, catalogue }) => {
        await links.add(link);
        await catalogue.remove(link.code);
      });`;
    await within(url, program);
    const whole = (end: string) => ['update', 'delete', end];
    const both = [...whole('abortTransaction'), ...whole('commitTransaction')];
    expect(commands.map(nameOf)).toEqual(both);
    expect(Number(commands[3]?.txnNumber)).toBe(Number(commands[0]?.txnNumber) + 1);
  });

  it('seeds without inserts: one that is refused would end the transaction', async () => {
    const isThere = ({ update }: Document) => update && { ok: 1, n: 1, nModified: 0 };
    const { url, commands } = await scriptedMongodb(isThere);
    const said = await runWell(folder, ['npm', 'run', 'db:seed'], { DATABASE_URL: url });
    expect(said).toContain('Added 0 links');
    const names = commands.filter(({ autocommit }) => autocommit === false).map(nameOf);
    expect([...new Set(names)]).toEqual(['update', 'commitTransaction']);
  });

  it('has validators that take what it writes, and nothing else', async () => {
    const { url, commands } = await scriptedMongodb();
    await runWell(folder, ['npm', 'run', 'db:migrate'], { DATABASE_URL: url });
    const program = `
      await storage.links.add(link);
      await storage.catalogue.save({ ...link, owner: 'somebody', expiresAt: now });
      const names = { id: 'any', email: 'a@example.com', role: 'user' };
      await storage.users.add({ ...names, passwordHash: 'any', createdAt: now });`;
    await within(url, program);
    const validated = commands.filter(({ validator }) => validator);
    const counts = validated.map(({ create: name }) => [name, writtenTo(name, commands).length]);
    expect(Object.fromEntries(counts)).toEqual({ links: 2, users: 1 });
    for (const { create: name, validator } of validated) {
      const isValid = ajv.compile(validator.$jsonSchema);
      for (const document of writtenTo(name, commands)) {
        expect(isValid(document), `${name}: ${ajv.errorsText(isValid.errors)}`).toBe(true);
        expect(isValid({ ...document, more: 'any' })).toBe(false);
        for (const key of Object.keys(document)) {
          const { [key]: _, ...others } = document;
          expect(isValid(others), `without ${key}`).toBe(false);
          expect(isValid({ ...document, [key]: 1 }), `a number for ${key}`).toBe(false);
        }
      }
    }
  });
});
