import { createLocalJWKSet, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Caller } from '../domain/caller.ts';
import type { Key } from './keys.ts';

/** So long (s) a token speaks for its user, whatever happens to the account. See docs/adr/0011. */
export const ACCESS_TOKEN_LIFETIME = 600;

export interface AccessTokensOptions {
  keys: readonly [Key, ...Key[]];
  /** Who makes the tokens, and for whom: nobody else's are taken. */
  issuer: string;
  clock: () => Date;
}

export type AccessTokens = ReturnType<typeof createAccessTokens>;

const ALGORITHM = 'ES256';
const TYPE = 'at+jwt';
const claims = z.object({ sub: z.string(), role: z.enum(['user', 'admin']) });

/** JSON Web Tokens by the profile of RFC 9068. */
export function createAccessTokens({ keys, issuer, clock }: AccessTokensOptions) {
  const audience = `${issuer}/api`;
  const [signing] = keys;
  const accepted = createLocalJWKSet({
    keys: keys.map(({ id, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid: id })),
  });
  return {
    sign({ id, role }: { id: string; role: Caller['role'] }): Promise<string> {
      const now = Math.floor(clock().getTime() / 1000);
      return new SignJWT({ role })
        .setProtectedHeader({ alg: ALGORITHM, kid: signing.id, typ: TYPE })
        .setSubject(id)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + ACCESS_TOKEN_LIFETIME)
        .sign(signing.privateKey);
    },

    /** @returns undefined when the token is not one of ours, or no longer */
    async callerOf(token: string): Promise<Caller | undefined> {
      const expected = {
        algorithms: [ALGORITHM],
        issuer,
        audience,
        typ: TYPE,
        requiredClaims: ['exp', 'sub'],
        currentDate: clock(),
      };
      try {
        const { payload } = await jwtVerify(token, accepted, expected);
        const { sub, role } = claims.parse(payload);
        return { id: sub, role };
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
        throw error;
      }
    },
  };
}
