import { type Db, type MongoClient, MongoNetworkError, MongoServerSelectionError } from 'mongodb';
import type { Database } from './database.ts';
import type { Executor } from './executor.ts';

type Work = Pick<Database, 'executor' | 'transaction'>;

const atOnce: Executor['write'] = (work) => work();

/** On a server that has transactions. One that met another is tried again as a whole. */
export function transactional(client: MongoClient, db: Db): Work {
  return {
    executor: { db, options: {}, write: atOnce },
    transaction: (work) =>
      client.withSession((session) =>
        session.withTransaction(() => work({ db, options: { session }, write: atOnce })),
      ),
  };
}

/** On one that has none: writes of this process one after the other, those of a transaction at its end. */
export function inTurn(db: Db): Work {
  let last: Promise<unknown> = Promise.resolve();
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    const turn: Promise<unknown> = done.catch((error) => {
      // Who is behind would be as long in learning it: then nobody's turn would ever come.
      if (isAway(error) && turn !== last) throw error;
    });
    last = turn;
    return done;
  };
  return {
    executor: { db, options: {}, write: queue },
    transaction: (work) =>
      queue(async () => {
        const writes: (() => Promise<unknown>)[] = [];
        const result = await work({
          db,
          options: {},
          write(later, meanwhile) {
            writes.push(later);
            return meanwhile();
          },
        });
        for (const write of writes) await write();
        return result;
      }),
  };
}

const isAway = (error: unknown) =>
  error instanceof MongoServerSelectionError || error instanceof MongoNetworkError;
