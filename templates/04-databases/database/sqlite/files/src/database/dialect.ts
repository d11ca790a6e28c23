import { StartupError } from '../startup-error.ts';
import type { Session } from './database.ts';

/** A session is a transaction that writes, so there is only one at a time anyway. */
export function locked<T>(_session: Session, work: () => Promise<T>): Promise<T> {
  return work();
}

/** A migration as a whole: what fails half way leaves no trace. */
export async function whole(session: Session, name: string, work: () => Promise<void>) {
  await session.run('savepoint migration');
  try {
    await work();
    await session.run('release migration');
  } catch (error) {
    await session.run('rollback to migration');
    const reason = error instanceof Error ? error.message : error;
    throw new StartupError(`Migration ${name} failed and was rolled back: ${reason}`);
  }
}

/** Says, line by line, how a query would be run. */
export async function planOf(session: Session, query: string): Promise<string> {
  const plan = await session.run(`explain query plan ${query}`);
  return plan.map(({ detail }) => detail).join('\n');
}
