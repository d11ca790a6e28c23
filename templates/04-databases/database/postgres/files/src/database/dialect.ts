import { StartupError } from '../startup-error.ts';
import type { Session } from './database.ts';

/** Any number that is always the same: who holds it migrates, all others wait. */
const LOCK = 7_205_759;

export async function locked<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run('select pg_advisory_lock(?)', [LOCK]);
  return work().finally(() => session.run('select pg_advisory_unlock(?)', [LOCK]));
}

/** A migration as a whole: what fails half way leaves no trace. */
export async function whole(session: Session, name: string, work: () => Promise<void>) {
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

/** Runs a query once more; returns, line by line, how. */
export async function planOf(session: Session, query: string): Promise<string> {
  const plan = await session.run(`explain analyze ${query}`);
  return plan.map((line) => line['QUERY PLAN']).join('\n');
}

/** PostgreSQL numbers its placeholders. A text without values may have a `?` of its own. */
export function numbered(text: string, values: readonly unknown[]): string {
  let count = 0;
  return values.length > 0 ? text.replaceAll('?', () => `$${++count}`) : text;
}
