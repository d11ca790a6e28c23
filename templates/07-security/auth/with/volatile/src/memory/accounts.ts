import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { AuditEntry, Ownership, SecurityStorage, Session, User } from '../security/port.ts';

/** Accounts in this process: gone when it stops. */
export function memoryAccounts(): SecurityStorage {
  const users = new Map<string, User>();
  const sessions = new Map<string, Session>();
  const entries: AuditEntry[] = [];
  return { users: memoryUsers(users), sessions: memorySessions(sessions), audit: auditIn(entries) };
}

function memoryUsers(users: Map<string, User>): SecurityStorage['users'] {
  const byEmail = (email: string) => [...users.values()].find((user) => user.email === email);
  const change = (id: string, changes: Partial<User>) => {
    const user = users.get(id);
    if (user) users.set(id, { ...user, ...changes });
  };
  return {
    byId: async (id) => users.get(id),
    byEmail: async (email) => byEmail(email),
    setPassword: async (id, passwordHash) => change(id, { passwordHash }),

    async add(user) {
      if (byEmail(user.email)) return false;
      users.set(user.id, user);
      return true;
    },

    async list(limit, after = '') {
      const behind = [...users.values()].filter(({ id }) => id > after);
      return behind.sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit);
    },

    async setRole(id, role) {
      const others = [...users.values()].filter((user) => user.role === 'admin' && user.id !== id);
      if (users.get(id)?.role === 'admin' && role !== 'admin' && others.length === 0) return false;
      change(id, { role });
      return true;
    },
  };
}

function memorySessions(sessions: Map<string, Session>): SecurityStorage['sessions'] {
  return {
    async add(session) {
      sessions.set(session.id, session);
    },

    async rotate(id, from, to, now) {
      const session = sessions.get(id);
      if (session?.tokenHash !== from || session.expiresAt <= now) return undefined;
      const rotated = { ...session, tokenHash: to };
      sessions.set(id, rotated);
      return rotated;
    },

    async end(id) {
      const session = sessions.get(id);
      sessions.delete(id);
      return session;
    },

    async endAll(userId) {
      for (const session of sessions.values()) {
        if (session.userId === userId) sessions.delete(session.id);
      }
    },
  };
}

function auditIn(entries: AuditEntry[]): SecurityStorage['audit'] {
  return {
    async record(entry) {
      entries.push(entry);
    },

    async of(userId, limit) {
      return entries
        .filter((entry) => entry.userId === userId)
        .reverse()
        .slice(0, limit);
    },
  };
}

export function memoryOwnership(links: Map<Code, Link>): Ownership {
  return {
    async claim(owner) {
      const unowned = [...links.values()].filter((link) => link.owner === null);
      for (const link of unowned) links.set(link.code, { ...link, owner });
      return unowned.length;
    },
  };
}
