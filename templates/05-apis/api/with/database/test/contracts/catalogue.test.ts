import { afterAll, beforeAll, describe } from 'vitest';
import { storageIn } from '../../src/database-storage.ts';
import { describeDatabase, where } from '../support/database.ts';
import { openMigratedDatabase } from '../support/migrated-database.ts';
import { answerStoreContract } from './answer-store.ts';
import { catalogueStorageContract } from './catalogue-storage.ts';

describeDatabase(where, () => {
  let storage: ReturnType<typeof storageIn>;
  beforeAll(async () => {
    storage = storageIn(await openMigratedDatabase());
  });
  afterAll(() => storage.close());

  describe('the catalogue', () => catalogueStorageContract(() => storage));
  describe('answers', () => answerStoreContract(() => storage.answers));
});
