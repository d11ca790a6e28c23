import type { Database } from '../../src/database/database.ts';
import { rowsRead } from '../../src/database/paging-dialect.ts';
import type { Plan, Query } from './query.ts';

/** What finds a row by its key. */
export const PRIMARY_KEY = 'PRIMARY';

/** What the plan says when it reads a whole table or index. */
export const SCAN = /^(ALL|index) /m;

/** The plan for a query, and how many rows are read for it; also when it must do without an index. */
export function planOf(database: Database, query: Query, lost?: string): Promise<Plan> {
  // A dropped index would stay dropped: there is no way back from a change of the schema.
  const text = lost ? query.text.replace(/ from `\w+`/, `$& ignore index (${lost})`) : query.text;
  return database.withSession(async (session) => {
    const steps = await session.run(`explain ${text}`, query.values);
    return {
      // The way of access and the index that is used, not those that would be possible.
      text: steps.map(({ type, key }) => `${type} ${key}`).join('\n'),
      cost: await rowsRead(session, text, query.values),
    };
  });
}
