import type { SqlValue } from '../../src/database/database.ts';

/** A query, as it was made. */
export interface Query {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/** How a query is answered, and at what cost, in whatever the database counts. */
export interface Plan {
  readonly text: string;
  readonly cost: number;
}
