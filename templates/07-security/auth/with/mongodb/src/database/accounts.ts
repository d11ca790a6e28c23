import type { AuditEntry, Ownership, SecurityStorage, Session, User } from '../security/port.ts';
import type { Executor } from './executor.ts';
import { isNew } from './is-new.ts';
import { linksOf } from './schema.ts';

type UserDocument = Omit<User, 'id'> & { readonly _id: string };
type SessionDocument = Omit<Session, 'id'> & { readonly _id: string };

/** What a write answers that must wait: accounts take no part in transactions, so none does. */
const outside = () => Promise.reject(new Error('accounts are written outside of transactions'));

export function databaseAccounts(executor: Executor): SecurityStorage & { ownership: Ownership } {
  return {
    users: databaseUsers(executor),
    sessions: databaseSessions(executor),
    audit: databaseAudit(executor),
    ownership: {
      async claim(owner) {
        const claim = () => linksOf(executor).updateMany({ owner: null }, { $set: { owner } });
        return (await executor.write(claim, outside)).modifiedCount;
      },
    },
  };
}

function databaseUsers({ db, write }: Executor): SecurityStorage['users'] {
  const users = db.collection<UserDocument>('users');
  const toUser = ({ _id, ...rest }: UserDocument): User => ({ id: _id, ...rest });
  const one = async (filter: Partial<UserDocument>) => {
    const found = await users.findOne(filter);
    return found ? toUser(found) : undefined;
  };
  const set = (_id: string, changes: Partial<User>) => users.updateOne({ _id }, { $set: changes });

  return {
    byId: (id) => one({ _id: id }),
    byEmail: (email) => one({ email }),
    add: ({ id, ...rest }) => write(() => isNew(users.insertOne({ _id: id, ...rest })), outside),

    async list(limit, after = '') {
      const behind = users.find({ _id: { $gt: after } }).sort({ _id: 1 });
      return (await behind.limit(limit).toArray()).map(toUser);
    },

    async setPassword(id, passwordHash) {
      await write(() => set(id, { passwordHash }), outside);
    },

    /** Looks after it wrote: of the last two admins who leave at once, at least one stays. */
    setRole: (id, role) =>
      write(async () => {
        const before = await one({ _id: id });
        await set(id, { role });
        if (before?.role !== 'admin' || (await one({ role: 'admin' }))) return true;
        await set(id, { role: 'admin' });
        return false;
      }, outside),
  };
}

function databaseSessions({ db, write }: Executor): SecurityStorage['sessions'] {
  const sessions = db.collection<SessionDocument>('sessions');
  const toSession = (found: SessionDocument | null): Session | undefined => {
    if (!found) return undefined;
    const { _id, ...rest } = found;
    return { id: _id, ...rest };
  };
  return {
    async add({ id, ...rest }) {
      await write(() => sessions.insertOne({ _id: id, ...rest }), outside);
    },

    async rotate(id, from, to, now) {
      const current = { _id: id, tokenHash: from, expiresAt: { $gt: now } };
      const change = { $set: { tokenHash: to } };
      const rotate = () => sessions.findOneAndUpdate(current, change, { returnDocument: 'after' });
      return toSession(await write(rotate, outside));
    },

    async end(id) {
      return toSession(await write(() => sessions.findOneAndDelete({ _id: id }), outside));
    },

    async endAll(userId) {
      await write(() => sessions.deleteMany({ userId }), outside);
    },
  };
}

/** The ids that the driver makes grow with time, so the last one is the newest. */
function databaseAudit({ db, write }: Executor): SecurityStorage['audit'] {
  const audit = db.collection<AuditEntry>('audit');
  return {
    async record(entry) {
      await write(() => audit.insertOne({ ...entry }), outside);
    },

    async of(userId, limit) {
      const found = audit.find({ userId }).sort({ _id: -1 }).limit(limit);
      return (await found.toArray()).map(({ _id, ...entry }) => entry);
    },
  };
}
