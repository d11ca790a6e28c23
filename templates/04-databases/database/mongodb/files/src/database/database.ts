import type { Executor } from './executor.ts';

export interface Database {
  readonly executor: Executor;
  /** All of the work, or nothing of it when it throws. Use what is handed in, never the outer one. */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** Rejects when the database cannot be used. */
  ping(): Promise<unknown>;
  close(): Promise<void>;
}
