import type { Database } from '../../src/database/database.ts';
import type { Plan, Query } from './query.ts';
import { secondClient } from './second-client.ts';

/** What finds a row by its key. */
export const PRIMARY_KEY = 'sqlite_autoindex_links_1';

/** What the plan says when it reads a whole table or index. */
export const SCAN = /^SCAN/m;

/** The plan for a query, and how many steps SQLite takes for it; also after an index is lost. */
export async function planOf(database: Database, query: Query, lost?: string): Promise<Plan> {
  // A connection of its own: after an `explain`, no index can be dropped on the same one.
  const client = await secondClient(database);
  const transaction = await client.transaction('write');
  try {
    if (lost) await transaction.executeMultiple(without(lost));
    const [sql, args] = [query.text, [...query.values]];
    await transaction.execute({ sql, args });
    const counted = { sql: 'select nstep from sqlite_stmt where sql = ?', args: [sql] };
    const [status] = (await transaction.execute(counted)).rows;
    const plan = await transaction.execute({ sql: `explain query plan ${sql}`, args });
    return {
      text: plan.rows.map(({ detail }) => detail).join('\n'),
      cost: Number(status?.nstep),
    };
  } finally {
    // Takes back what was lost.
    transaction.close();
    client.close();
  }
}

/** The index of a primary key goes only with its table. */
const without = (index: string) =>
  index === PRIMARY_KEY
    ? 'alter table links rename to others; create table links as select * from others'
    : `drop index ${index}`;
