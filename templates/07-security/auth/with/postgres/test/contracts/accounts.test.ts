import { afterAll, beforeAll, describe } from 'vitest';
import type { storageIn } from '../../src/storage.ts';
import { where } from '../support/database.ts';
import { openTestStorage } from '../support/storage.ts';
import { accountsContract } from './accounts.ts';

let storage: ReturnType<typeof storageIn>;

beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.close());

describe(`accounts in ${where}`, () => {
  accountsContract(() => storage);
});
