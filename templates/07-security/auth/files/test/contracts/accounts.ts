import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Role, SecurityStorage, User } from '../../src/security/port.ts';

const at = (ms: number) => new Date(1_893_456_000_000 + ms);

function aUser(role: Role = 'user'): User {
  const id = randomUUID();
  return { id, email: `${id}@example.com`, role, passwordHash: '$', createdAt: at(0) };
}

/** What every place that keeps accounts must do alike. */
export function accountsContract(storage: () => SecurityStorage) {
  const added = async (role?: Role) => {
    const user = aUser(role);
    await storage().users.add(user);
    return user;
  };
  const begun = async (userId: string) => {
    const session = { id: randomUUID(), userId, tokenHash: 'first', expiresAt: at(1000) };
    await storage().sessions.add(session);
    return session;
  };

  it('gives a user back as it went in, by id and by e-mail address', async () => {
    const user = await added();
    expect(await storage().users.byId(user.id)).toEqual(user);
    expect(await storage().users.byEmail(user.email)).toEqual(user);
    expect(await storage().users.byId('nobody')).toBeUndefined();
  });

  it('gives an e-mail address to one of ten racing for it', async () => {
    const { email } = aUser();
    const racers = Array.from({ length: 10 }, () => storage().users.add({ ...aUser(), email }));
    expect((await Promise.all(racers)).filter(Boolean)).toHaveLength(1);
  });

  it('lists users by their ids, page by page', async () => {
    for (let time = 0; time < 3; time++) await added();
    const [first, second] = await storage().users.list(2);
    const [behind] = await storage().users.list(1, first?.id);
    expect(behind).toEqual(second);
  });

  it('changes a password and a role, but never leaves itself without an admin', async () => {
    const [one, other] = [await added('admin'), await added('admin')];
    await storage().users.setPassword(one.id, 'changed');
    expect(await storage().users.setRole(other.id, 'user')).toBe(true);
    expect(await storage().users.setRole(one.id, 'user')).toBe(false);
    const passwordHash = 'changed';
    expect(await storage().users.byId(one.id)).toEqual({ ...one, passwordHash });
  });

  it('lets one of ten racing go on with a session', async () => {
    const { id } = await begun((await added()).id);
    const racers = Array.from({ length: 10 }, (_, racer) =>
      storage().sessions.rotate(id, 'first', `next-${racer}`, at(0)),
    );
    const won = (await Promise.all(racers)).filter(Boolean);
    expect(won).toHaveLength(1);
    expect(await storage().sessions.end(id)).toEqual(won[0]);
    expect(await storage().sessions.end(id)).toBeUndefined();
  });

  it('goes on with no session that has expired, or with another token', async () => {
    const { id } = await begun((await added()).id);
    expect(await storage().sessions.rotate(id, 'first', 'next', at(1000))).toBeUndefined();
    expect(await storage().sessions.rotate(id, 'other', 'next', at(0))).toBeUndefined();
    expect(await storage().sessions.rotate(id, 'first', 'next', at(999))).toBeDefined();
  });

  it('ends all sessions of a user, and of no other', async () => {
    const [mine, theirs] = [await begun((await added()).id), await begun((await added()).id)];
    await storage().sessions.endAll(mine.userId);
    expect(await storage().sessions.end(mine.id)).toBeUndefined();
    expect(await storage().sessions.end(theirs.id)).toEqual(theirs);
  });

  it('keeps what happened, the newest first', async () => {
    const userId = randomUUID();
    const entries = [
      { event: 'login', userId, at: at(1), detail: null } as const,
      { event: 'deleted', userId, at: at(1), detail: '/api/links/abc' } as const,
    ];
    for (const entry of entries) await storage().audit.record(entry);
    expect(await storage().audit.of(userId, 2)).toEqual(entries.toReversed());
    expect(await storage().audit.of(userId, 1)).toHaveLength(1);
  });
}
