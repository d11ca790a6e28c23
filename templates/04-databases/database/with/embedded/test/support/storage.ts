import { storageIn } from '../../src/database-storage.ts';
import { openMigratedDatabase } from './migrated-database.ts';

/** Every test that needs a whole service gets a database of its own. */
export async function openTestStorage() {
  return storageIn(await openMigratedDatabase());
}
