import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. See docs/adr/0010. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time without a hash, so that nobody learns who has an account. */
  matches(password: string, passwordHash: string | undefined): Promise<boolean>;
  /** Whether it was hashed with other parameters than today's. */
  isOutdated(passwordHash: string): boolean;
}

export async function createPasswords(): Promise<Passwords> {
  const decoy = await hash(randomBytes(32), PARAMETERS);
  return {
    hash: (password) => hash(composed(password), PARAMETERS),

    async matches(password, passwordHash) {
      const same = await verify(passwordHash ?? decoy, composed(password));
      return same && passwordHash !== undefined;
    },

    isOutdated: (passwordHash) => !passwordHash.startsWith(CURRENT),
  };
}

/** One keyboard sends `é` as one character, another as two: they are the same password. */
function composed(password: string): string {
  return password.normalize('NFKC');
}
