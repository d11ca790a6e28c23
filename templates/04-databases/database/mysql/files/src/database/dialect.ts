import { StartupError } from '../startup-error.ts';
import type { Session } from './database.ts';
import { refuseOld } from './version.ts';

const LOCK = "concat('migrations ', sha1(database()))";

/** @throws StartupError when the server is too old, or a migration stopped half way or takes too long */
export async function locked<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const [lock] = await session.run(`select get_lock(${LOCK}, 60) as held, version() as version`);
  refuseOld(String(lock?.version));
  if (!lock?.held) throw new StartupError('Another process has been migrating for a minute.');
  try {
    const [mark] = await session.run("show tables like 'unfinished_migration'");
    if (mark) throw await unfinished(session);
    return await work();
  } finally {
    await session.run(`select release_lock(${LOCK})`);
  }
}

/** A change of the schema cannot be taken back here, so there is a mark while one is under way. */
export async function whole(session: Session, name: string, work: () => Promise<void>) {
  await session.script(
    'create table unfinished_migration (name varchar(255) primary key, reason text)',
  );
  await session.run('insert into unfinished_migration (name) values (?)', [name]);
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await session.run('update unfinished_migration set reason = ?', [reason]);
    throw await unfinished(session);
  }
  await session.run('drop table unfinished_migration');
}

async function unfinished(session: Session) {
  const [mark] = await session.run('select name, reason from unfinished_migration');
  return new StartupError(
    `Migration ${mark?.name} stopped half way (${mark?.reason ?? 'its process ended'}). Undo by hand what it did until then, and drop the table unfinished_migration: then it is tried again.`,
  );
}

/** Says, step by step, how a query would be run. */
export async function planOf(session: Session, query: string): Promise<string> {
  const steps = await session.run(`explain ${query}`);
  const said = steps.map((step) =>
    Object.entries(step).map(([name, value]) => `${name}: ${value}`),
  );
  return said.map((step) => step.join('\n')).join('\n\n');
}
