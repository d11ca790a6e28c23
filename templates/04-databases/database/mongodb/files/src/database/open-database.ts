import { MongoClient } from 'mongodb';
import { StartupError } from '../startup-error.ts';
import type { Database } from './database.ts';
import { explained } from './explain.ts';
import { inTurn, transactional } from './transactions.ts';

export interface DatabaseConfig {
  /** The server, and the name of the database. */
  databaseUrl?: string | undefined;
}

export const NO_SERVER =
  'There is no database: install MongoDB, and set DATABASE_URL to mongodb://localhost:27017/database.';

/** Waiting longer (ms) for a server, or for an answer, counts as a failure. */
const PATIENCE = { serverSelectionTimeoutMS: 5_000, socketTimeoutMS: 10_000 };

/** @throws StartupError when there is no URL, or no server that can be used */
export async function openDatabase({ databaseUrl }: DatabaseConfig): Promise<Database> {
  if (!databaseUrl) throw new StartupError(NO_SERVER);
  try {
    const client = new MongoClient(databaseUrl, PATIENCE);
    const db = client.db();
    const { setName, msg } = await db.command({ hello: 1 }).catch(async (error) => {
      await client.close();
      throw error;
    });
    // Only members of a replica set have transactions, and what stands before several of them.
    const hasTransactions = setName !== undefined || msg === 'isdbgrid';
    return {
      ...(hasTransactions ? transactional(client, db) : inTurn(db)),
      ping: () => db.command({ ping: 1 }),
      close: () => client.close(),
    };
  } catch (error) {
    throw explained(error);
  }
}
