import { and, asc, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuditedEvent, Ownership, Role, SecurityStorage } from '../security/port.ts';
import type { Executor } from './executor.ts';
import { links, moment } from './schema.ts';

const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  role: text('role').$type<Role>().notNull(),
  passwordHash: text('password_hash').notNull(),
  createdAt: moment('created_at').notNull(),
});

const sessions = sqliteTable('sessions', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  tokenHash: text('token_hash').notNull(),
  expiresAt: moment('expires_at').notNull(),
});

const audit = sqliteTable('audit', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  event: text('event').$type<AuditedEvent>().notNull(),
  userId: text('user_id'),
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
        return (await executor.update(links).set({ owner }).where(isNull(links.owner)))
          .rowsAffected;
      },
    },
  };
}

function databaseUsers(executor: Executor): SecurityStorage['users'] {
  const one = (condition: ReturnType<typeof eq>) =>
    executor.select().from(users).where(condition).get();
  return {
    byId: (id) => one(eq(users.id, id)),
    byEmail: (email) => one(eq(users.email, email)),

    async add(user) {
      return (await executor.insert(users).values(user).onConflictDoNothing()).rowsAffected > 0;
    },

    list(limit, after = '') {
      const behind = gt(users.id, after);
      return executor.select().from(users).where(behind).orderBy(asc(users.id)).limit(limit);
    },

    async setPassword(id, passwordHash) {
      await executor.update(users).set({ passwordHash }).where(eq(users.id, id));
    },

    /** One statement looks and writes, so that the last two admins cannot both leave at once. */
    async setRole(id, role) {
      const another = sql`(select count(*) from users where role = 'admin') > 1`;
      const allowed = role === 'admin' ? undefined : or(ne(users.role, 'admin'), another);
      const condition = and(eq(users.id, id), allowed);
      return (await executor.update(users).set({ role }).where(condition)).rowsAffected > 0;
    },
  };
}

function databaseSessions(executor: Executor): SecurityStorage['sessions'] {
  return {
    async add(session) {
      await executor.insert(sessions).values(session);
    },

    async rotate(id, from, to, now) {
      const current = and(eq(sessions.id, id), eq(sessions.tokenHash, from));
      const [rotated] = await executor
        .update(sessions)
        .set({ tokenHash: to })
        .where(and(current, gt(sessions.expiresAt, now)))
        .returning();
      return rotated;
    },

    async end(id) {
      return (await executor.delete(sessions).where(eq(sessions.id, id)).returning())[0];
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
