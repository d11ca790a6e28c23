import { afterAll, beforeAll } from 'vitest';
import { storageIn } from '../../src/database-storage.ts';
import { describeDatabase, where } from '../support/database.ts';
import { openMigratedDatabase } from '../support/migrated-database.ts';
import { accountsContract } from './accounts.ts';

describeDatabase(`accounts in ${where}`, () => {
  let storage: ReturnType<typeof storageIn>;
  beforeAll(async () => {
    storage = storageIn(await openMigratedDatabase());
  });
  afterAll(() => storage.close());

  accountsContract(() => storage);
});
