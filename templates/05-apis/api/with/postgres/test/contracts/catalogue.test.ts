import { afterAll, beforeAll, describe } from 'vitest';
import type { storageIn } from '../../src/storage.ts';
import { where } from '../support/database.ts';
import { openTestStorage } from '../support/storage.ts';
import { answerStoreContract } from './answer-store.ts';
import { catalogueStorageContract } from './catalogue-storage.ts';

let storage: ReturnType<typeof storageIn>;

beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.close());

describe(`the catalogue in ${where}`, () => {
  catalogueStorageContract(() => storage);
});

describe(`answers in ${where}`, () => {
  answerStoreContract(() => storage.answers);
});
