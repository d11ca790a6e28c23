import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { databaseLinks } from '../../src/database/links.ts';
import { storageIn } from '../../src/storage.ts';
import { openMigratedDatabase, where } from '../support/database.ts';
import { aCode, aLink } from '../support/examples.ts';
import { linkRepositoryContract } from './link-repository.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigratedDatabase();
});
afterAll(() => database.close());

describe(`links in ${where}`, () => {
  linkRepositoryContract(() => databaseLinks(database.executor));
});

describe(`a transaction in ${where}`, () => {
  it('keeps what was done in it', async () => {
    await storageIn(database).transaction(({ links }) => links.add(aLink('kept')));
    expect(await storageIn(database).links.find(aCode('kept'))).toBeDefined();
  });

  it('leaves nothing when it throws', async () => {
    const work = storageIn(database).transaction(async ({ links }) => {
      await links.add(aLink('undone'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await storageIn(database).links.find(aCode('undone'))).toBeUndefined();
  });
});
