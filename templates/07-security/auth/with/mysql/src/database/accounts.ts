import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import { bigint, mysqlTable, text, varchar } from 'drizzle-orm/mysql-core';
import type { AuditedEvent, Ownership, Role, SecurityStorage } from '../security/port.ts';
import type { Executor } from './executor.ts';
import { isNew } from './is-new.ts';
import { links, moment } from './schema.ts';

const users = mysqlTable('users', {
  id: varchar('id', { length: 64 }).primaryKey(),
  email: varchar('email', { length: 320 }).notNull(),
  role: varchar('role', { length: 5 }).$type<Role>().notNull(),
  passwordHash: varchar('password_hash', { length: 255 }).notNull(),
  createdAt: moment('created_at').notNull(),
});

const sessions = mysqlTable('sessions', {
  id: varchar('id', { length: 64 }).primaryKey(),
  userId: varchar('user_id', { length: 64 }).notNull(),
  tokenHash: varchar('token_hash', { length: 255 }).notNull(),
  expiresAt: moment('expires_at').notNull(),
});

const audit = mysqlTable('audit', {
  id: bigint('id', { mode: 'number' }).autoincrement().primaryKey(),
  event: varchar('event', { length: 64 }).$type<AuditedEvent>().notNull(),
  userId: varchar('user_id', { length: 64 }),
  at: moment('at').notNull(),
  detail: text('detail'),
});

export function databaseAccounts(executor: Executor): SecurityStorage & { ownership: Ownership } {
  return {
    users: databaseUsers(executor),
    sessions: databaseSessions(executor),
    audit: databaseAudit(executor),
    ownership: {
      async claim(owner) {
        const [done] = await executor.update(links).set({ owner }).where(isNull(links.owner));
        return done.affectedRows;
      },
    },
  };
}

function databaseUsers(executor: Executor): SecurityStorage['users'] {
  const one = async (condition: ReturnType<typeof eq>) =>
    (await executor.select().from(users).where(condition))[0];
  return {
    byId: (id) => one(eq(users.id, id)),
    byEmail: (email) => one(eq(users.email, email)),

    add: (user) => isNew(executor.insert(users).values(user)),

    async list(limit, after = '') {
      const behind = gt(users.id, after);
      return executor.select().from(users).where(behind).orderBy(asc(users.id)).limit(limit);
    },

    async setPassword(id, passwordHash) {
      await executor.update(users).set({ passwordHash }).where(eq(users.id, id));
    },

    /** All admins are locked, so that the last two cannot both leave at once. */
    setRole: (id, role) =>
      executor.transaction(async (within) => {
        const isAdmin = eq(users.role, 'admin');
        const admins = await within.select().from(users).where(isAdmin).for('update');
        const others = admins.filter((admin) => admin.id !== id);
        if (role !== 'admin' && admins.length > 0 && others.length === 0) return false;
        await within.update(users).set({ role }).where(eq(users.id, id));
        return true;
      }),
  };
}

function databaseSessions(executor: Executor): SecurityStorage['sessions'] {
  const find = async (id: string) =>
    (await executor.select().from(sessions).where(eq(sessions.id, id)))[0];
  return {
    async add(session) {
      await executor.insert(sessions).values(session);
    },

    async rotate(id, from, to, now) {
      const session = await find(id);
      const current = and(eq(sessions.id, id), eq(sessions.tokenHash, from));
      const [done] = await executor
        .update(sessions)
        .set({ tokenHash: to })
        .where(and(current, gt(sessions.expiresAt, now)));
      return session && done.affectedRows > 0 ? { ...session, tokenHash: to } : undefined;
    },

    async end(id) {
      const session = await find(id);
      const [done] = await executor.delete(sessions).where(eq(sessions.id, id));
      return done.affectedRows > 0 ? session : undefined;
    },

    async endAll(userId) {
      await executor.delete(sessions).where(eq(sessions.userId, userId));
    },
  };
}

function databaseAudit(executor: Executor): SecurityStorage['audit'] {
  return {
    async record(entry) {
      await executor.insert(audit).values(entry);
    },

    async of(userId, limit) {
      const condition = userId === null ? isNull(audit.userId) : eq(audit.userId, userId);
      const { event, at, detail } = audit;
      return executor
        .select({ event, userId: audit.userId, at, detail })
        .from(audit)
        .where(condition)
        .orderBy(desc(audit.id))
        .limit(limit);
    },
  };
}
