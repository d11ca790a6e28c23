import { describe } from 'vitest';
import { memoryAccounts } from '../../src/memory/accounts.ts';
import { accountsContract } from './accounts.ts';

describe('accounts in memory', () => {
  const storage = memoryAccounts();
  accountsContract(() => storage);
});
