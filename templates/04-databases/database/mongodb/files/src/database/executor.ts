import type { ClientSession, Db } from 'mongodb';

/** What operations are made with: the database, or one transaction in it. */
export interface Executor {
  readonly db: Db;
  /** Must be given to every operation: the transaction that it belongs to. */
  readonly options: { readonly session?: ClientSession };
  /**
   * Every write goes through here. On a server without transactions, it waits for its turn, and
   * within a transaction for the end of that.
   *
   * @param meanwhile what to answer when it must wait for the end
   */
  write<T>(work: () => Promise<T>, meanwhile: () => Promise<T>): Promise<T>;
}
