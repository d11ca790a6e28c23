import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { failure, success } from '../domain/result.ts';
import { ACCESS_TOKEN_LIFETIME, type AccessTokens } from './access-tokens.ts';
import type { SecurityStorage, Session, Sessions, Tokens, User } from './port.ts';

/** So long (s) after a login one has to log in again. See docs/adr/0011. */
const LIFETIME = 30 * 24 * 60 * 60;

export interface SessionsOptions {
  storage: SecurityStorage;
  tokens: AccessTokens;
  clock: () => Date;
}

/** A refresh token is the id of its session and a secret, of which only the hash is kept. */
export function createSessions({ storage, tokens, clock }: SessionsOptions): Sessions {
  const { users, sessions, audit } = storage;

  async function given(user: User, session: Session, secret: string): Promise<Tokens> {
    const left = session.expiresAt.getTime() - clock().getTime();
    return {
      accessToken: await tokens.sign(user),
      expiresIn: ACCESS_TOKEN_LIFETIME,
      refreshToken: `${session.id}.${secret}`,
      refreshExpiresIn: Math.floor(left / 1000),
    };
  }

  return {
    callerOf: tokens.callerOf,
    endAll: sessions.endAll,

    async begin(user) {
      const secret = newSecret();
      const expiresAt = new Date(clock().getTime() + LIFETIME * 1000);
      const session = { id: randomUUID(), userId: user.id, tokenHash: hashOf(secret), expiresAt };
      await sessions.add(session);
      return given(user, session, secret);
    },

    async refresh(refreshToken) {
      const { id, secret } = parsed(refreshToken);
      const [next, now] = [newSecret(), clock()];
      const session = await sessions.rotate(id, hashOf(secret), hashOf(next), now);
      const user = session && (await users.byId(session.userId));
      if (user) return success(await given(user, session, next));

      // A token that was used before: somebody has a copy, and nobody can tell who is who.
      const ended = await sessions.end(id);
      if (ended && ended.expiresAt > now) {
        const { userId } = ended;
        await audit.record({ event: 'token-reused', userId, at: now, detail: null });
      }
      return failure('ended');
    },

    async end(refreshToken) {
      const ended = await sessions.end(parsed(refreshToken).id);
      if (!ended) return;
      const { userId } = ended;
      await audit.record({ event: 'logout', userId, at: clock(), detail: null });
    },
  };
}

const newSecret = () => randomBytes(32).toString('base64url');

/** A secret of 256 random bits needs no slow hash: it cannot be guessed. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** What is no refresh token becomes one that nobody has. */
function parsed(refreshToken: string) {
  const [, id = '', secret = ''] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(refreshToken) ?? [];
  return { id, secret };
}
