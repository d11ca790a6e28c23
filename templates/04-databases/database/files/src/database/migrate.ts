import { StartupError } from '../startup-error.ts';
import type { Migration } from './migrations.ts';

/** What has been done to the schema. Only who holds the lock has it: see `withLedger`. */
export interface Ledger {
  /** In the order in which they were applied. */
  applied(): Promise<readonly Pick<Migration, 'name' | 'checksum'>[]>;
  /** @throws StartupError when it fails, with what is left of it */
  apply(migration: Migration): Promise<void>;
  /** @throws StartupError when it fails, with what is left of it */
  takeBack(migration: Migration): Promise<void>;
}

/**
 * Applies what has not been applied yet, wherever it stands among the others.
 *
 * @returns the names of what was applied
 * @throws StartupError when an applied migration was changed, or when one fails
 */
export async function migrate(ledger: Ledger, migrations: readonly Migration[]): Promise<string[]> {
  const missing = await pending(ledger, migrations);
  for (const migration of missing) await ledger.apply(migration);
  return missing.map(({ name }) => name);
}

/**
 * Takes back the migration that was applied last.
 *
 * @returns its name, or undefined when there is none
 */
export async function rollback(ledger: Ledger, migrations: readonly Migration[]) {
  const last = (await ledger.applied()).at(-1);
  if (!last) return undefined;
  const migration = migrations.find(({ name }) => name === last.name);
  if (!migration) throw new StartupError(`There is no file to take back migration ${last.name}.`);
  await ledger.takeBack(migration);
  return migration.name;
}

/** @returns what has not been applied yet */
export async function pending(ledger: Ledger, migrations: readonly Migration[]) {
  const applied = new Map(
    (await ledger.applied()).map(({ name, checksum }) => [name, checksum] as const),
  );
  const changed = migrations.find(
    ({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum,
  );
  if (changed) {
    throw new StartupError(
      `Migration ${changed.name} was changed after it had been applied. Undo the change, and put what it should do into a migration of its own.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}
