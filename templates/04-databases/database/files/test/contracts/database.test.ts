import { afterAll, beforeAll, expect, it } from 'vitest';
import { storageIn } from '../../src/database-storage.ts';
import { describeDatabase, where } from '../support/database.ts';
import { aCode, aLink } from '../support/examples.ts';
import { openMigratedDatabase } from '../support/migrated-database.ts';
import { linkRepositoryContract } from './link-repository.ts';

describeDatabase(`links in ${where}`, () => {
  let storage: ReturnType<typeof storageIn>;
  beforeAll(async () => {
    storage = storageIn(await openMigratedDatabase());
  });
  afterAll(() => storage.close());

  linkRepositoryContract(() => storage.links);

  it('stay when a transaction ends well', async () => {
    await storage.transaction(({ links }) => links.add(aLink('kept')));
    expect(await storage.links.find(aCode('kept'))).toBeDefined();
  });

  it('do not when it throws', async () => {
    const work = storage.transaction(async ({ links }) => {
      await links.add(aLink('undone'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await storage.links.find(aCode('undone'))).toBeUndefined();
  });
});
