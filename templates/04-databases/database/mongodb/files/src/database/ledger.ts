import { setTimeout } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { StartupError } from '../startup-error.ts';
import type { Database } from './database.ts';
import { isNew } from './is-new.ts';
import type { Ledger } from './migrate.ts';
import { runCommands } from './run-commands.ts';

/** A migration that was applied; with a reason, one that stopped half way. Or the lock. */
interface Entry {
  readonly _id: string;
  readonly checksum?: string;
  readonly position?: number;
  readonly unfinished?: string;
}

const LOCK = '(lock)';

/** How long (ms) to wait for another process that migrates. */
const PATIENCE = 60_000;

/** Of those who want the ledger at once, one has it and all others wait. */
export async function withLedger<T>(
  { executor: { db } }: Database,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  const entries = db.collection<Entry>('migrations');
  for (const until = Date.now() + PATIENCE; !(await isNew(entries.insertOne({ _id: LOCK }))); ) {
    if (Date.now() > until) {
      throw new StartupError(
        `Another process has been migrating for a minute. If there is none, delete the document "${LOCK}" of the collection migrations.`,
      );
    }
    await setTimeout(50);
  }
  return work(ledgerOf(db)).finally(() => entries.deleteOne({ _id: LOCK }));
}

function ledgerOf(db: Db): Ledger {
  const entries = db.collection<Entry>('migrations');

  async function applied() {
    const found = await entries
      .find({ _id: { $ne: LOCK } })
      .sort({ position: 1 })
      .toArray();
    const halfway = found.find(({ unfinished }) => unfinished);
    if (halfway) throw stopped(halfway._id, halfway.unfinished);
    return found.map(({ _id, checksum = '' }) => ({ name: _id, checksum }));
  }

  /** A change of the schema cannot be taken back here, so there is a mark while one is under way. */
  async function whole(name: string, mark: Omit<Entry, '_id'>, commands: string) {
    await entries.replaceOne(
      { _id: name },
      { ...mark, unfinished: 'its process ended' },
      { upsert: true },
    );
    await runCommands(db, commands).catch(async (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      await entries.updateOne({ _id: name }, { $set: { unfinished: reason } });
      throw stopped(name, reason);
    });
  }

  return {
    applied,

    async apply({ name, up, checksum }) {
      const position = ((await entries.find().sort({ position: -1 }).next())?.position ?? 0) + 1;
      await whole(name, { checksum, position }, up);
      await entries.replaceOne({ _id: name }, { checksum, position });
    },

    async takeBack({ name, down, checksum }) {
      await whole(name, { checksum }, down);
      await entries.deleteOne({ _id: name });
    },
  };
}

function stopped(name: string, reason = '') {
  return new StartupError(
    `Migration ${name} stopped half way (${reason}). Undo by hand what it did until then, and delete its document in the collection migrations: then it is tried again.`,
  );
}
