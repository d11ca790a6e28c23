import { mayManage } from '../domain/caller.ts';
import { generateCode, isCode, parseCode, type RandomInt } from '../domain/code.ts';
import { type Clock, isExpired, type Link, parseExpiry } from '../domain/link.ts';
import { failure, problemsOf, success } from '../domain/result.ts';
import { parseTargetUrl } from '../domain/target-url.ts';
import type { LinkRepository, LinkResult, Links, NewLink } from './port.ts';

export interface LinksOptions {
  repository: LinkRepository;
  clock: Clock;
  random: RandomInt;
  /** Told of every click. Must not throw, and must not keep the visitor waiting. */
  clicked?: (link: Link, at: Date) => void;
}

/** How often in a row a generated code may be taken before something must be wrong. */
const ATTEMPTS = 5;

export function createLinks({ repository, clock, random, clicked }: LinksOptions): Links {
  async function find(code: string): LinkResult {
    const link = isCode(code) ? await repository.find(code) : undefined;
    return link ? success(link) : failure({ kind: 'not-found' });
  }

  return {
    async create(caller, input, ownHosts) {
      const createdAt = clock();
      const wanted = parseNewLink(input, ownHosts, createdAt);
      if (!wanted.ok) return failure({ kind: 'invalid', fields: wanted.problem });
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const code = wanted.value.code ?? generateCode(random);
        const link = { ...wanted.value, code, owner: caller.id, createdAt };
        if (await repository.add(link)) return success(link);
        if (wanted.value.code) return failure({ kind: 'taken' });
      }
      throw new Error(`${ATTEMPTS} generated codes in a row were taken`);
    },

    async get(caller, code) {
      const found = await find(code);
      // Somebody else's link is answered like none, so that its existence is not given away.
      if (found.ok && !mayManage(caller, found.value.owner)) return failure({ kind: 'not-found' });
      return found;
    },

    async follow(code, purpose) {
      const found = await find(code);
      const now = clock();
      if (found.ok && isExpired(found.value, now)) return failure({ kind: 'expired' });
      if (found.ok && purpose === 'click') clicked?.(found.value, now);
      return found;
    },
  };
}

function parseNewLink(input: NewLink, ownHosts: readonly string[], now: Date) {
  const url = parseTargetUrl(input.url, ownHosts);
  const code = input.code === undefined ? success(undefined) : parseCode(input.code);
  const expiresAt = parseExpiry(input.expiresAt ?? null, now);
  if (!url.ok || !code.ok || !expiresAt.ok) return failure(problemsOf({ url, code, expiresAt }));
  return success({ url: url.value, code: code.value, expiresAt: expiresAt.value });
}
