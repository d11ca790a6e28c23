import { storageIn } from '../../src/storage.ts';
import { openMigratedDatabase } from './database.ts';

/** Tests use the database that `DATABASE_URL` names, in a schema of their own, or an embedded one. */
export async function openTestStorage() {
  return storageIn(await openMigratedDatabase());
}
