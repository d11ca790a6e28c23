import { StartupError } from '../startup-error.ts';
import type { Session } from './database.ts';
import type { Migration } from './migrations.ts';

const LEDGER = `create table if not exists migrations (
  name text primary key,
  checksum text not null,
  position integer generated always as identity,
  applied_at timestamptz not null default now()
)`;

/** Any number that is always the same: who holds it migrates, all others wait. */
const LOCK = 7_205_759;

/**
 * Applies what has not been applied yet, wherever it stands among the others.
 *
 * @returns the names of what was applied
 * @throws StartupError when an applied migration was changed, or when one fails: it leaves no trace
 */
export function migrate(session: Session, migrations: readonly Migration[]): Promise<string[]> {
  return locked(session, async () => {
    const missing = await pending(session, migrations);
    for (const { name, up, checksum } of missing) {
      await inTransaction(session, name, async () => {
        await session.run(up);
        const values = [name, checksum];
        await session.run('insert into migrations (name, checksum) values ($1, $2)', values);
      });
    }
    return missing.map(({ name }) => name);
  });
}

/**
 * Takes back the migration that was applied last.
 *
 * @returns its name, or undefined when there is none
 */
export function rollback(session: Session, migrations: readonly Migration[]) {
  return locked(session, async () => {
    await session.run(LEDGER);
    const [last] = await session.run('select name from migrations order by position desc limit 1');
    if (!last) return undefined;
    const migration = migrations.find(({ name }) => name === last.name);
    if (!migration) throw new StartupError(`There is no file to take back migration ${last.name}.`);
    await inTransaction(session, migration.name, async () => {
      await session.run(migration.down);
      await session.run('delete from migrations where name = $1', [migration.name]);
    });
    return migration.name;
  });
}

/** @returns what has not been applied yet */
export async function pending(session: Session, migrations: readonly Migration[]) {
  await session.run(LEDGER);
  const rows = await session.run('select name, checksum from migrations');
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
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

async function locked<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run('select pg_advisory_lock($1)', [LOCK]);
  return work().finally(() => session.run('select pg_advisory_unlock($1)', [LOCK]));
}

async function inTransaction(session: Session, name: string, work: () => Promise<void>) {
  await session.run('begin');
  try {
    await work();
    await session.run('commit');
  } catch (error) {
    await session.run('rollback');
    const reason = error instanceof Error ? error.message : error;
    throw new StartupError(`Migration ${name} failed and was rolled back: ${reason}`);
  }
}
