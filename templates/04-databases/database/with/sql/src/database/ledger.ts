import type { Database, Session } from './database.ts';
import { locked, whole } from './dialect.ts';
import type { Ledger } from './migrate.ts';

const TABLE = `create table if not exists migrations (
  name varchar(255) primary key,
  checksum varchar(64) not null,
  position integer not null,
  applied_at timestamp not null default current_timestamp
)`;

const ADD = `insert into migrations (name, checksum, position)
  select ?, ?, coalesce(max(position), 0) + 1 from migrations`;

/** Of those who want the ledger at once, one has it and all others wait. */
export function withLedger<T>(
  database: Database,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  return database.withSession((session) =>
    locked(session, async () => {
      await session.run(TABLE);
      return work(ledgerOf(session));
    }),
  );
}

function ledgerOf(session: Session): Ledger {
  return {
    async applied() {
      const rows = await session.run('select name, checksum from migrations order by position');
      return rows.map(({ name, checksum }) => ({ name: String(name), checksum: String(checksum) }));
    },

    apply: ({ name, up, checksum }) =>
      whole(session, name, async () => {
        await session.script(up);
        await session.run(ADD, [name, checksum]);
      }),

    takeBack: ({ name, down }) =>
      whole(session, name, async () => {
        await session.script(down);
        await session.run('delete from migrations where name = ?', [name]);
      }),
  };
}
