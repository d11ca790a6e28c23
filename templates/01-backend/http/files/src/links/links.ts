import { mayManage } from '../domain/caller.ts';
import { generateCode, isCode, type RandomInt } from '../domain/code.ts';
import { type Clock, isExpired, type Link } from '../domain/link.ts';
import { failure, success } from '../domain/result.ts';
import type { LinkRepository, Links } from './port.ts';

export interface LinksOptions {
  repository: LinkRepository;
  clock: Clock;
  random: RandomInt;
  /** How links are found for visitors, if not in the repository itself. */
  find?: LinkRepository['find'];
  /** Told of every code that is taken, before whoever takes it hears of that. */
  forget?: Links['forget'];
  /** Told of every click. Must not throw, and must not keep the visitor waiting. */
  clicked?: (link: Link, at: Date) => void;
}

/** How often in a row a generated code may be taken before something must be wrong. */
const ATTEMPTS = 5;

export function createLinks({ repository, clock, random, ...on }: LinksOptions): Links {
  const { find = repository.find, forget = async () => {}, clicked } = on;
  return {
    async create(caller, wanted) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const code = wanted.code ?? generateCode(random);
        const link = { ...wanted, code, owner: caller.id, createdAt: clock() };
        if (await repository.add(link)) {
          await forget(code);
          return success(link);
        }
        if (wanted.code) return failure('taken');
      }
      throw new Error(`${ATTEMPTS} generated codes in a row were taken`);
    },

    async get(caller, code) {
      const link = isCode(code) ? await repository.find(code) : undefined;
      // Somebody else's link is answered like none, so that its existence is not given away.
      return link && mayManage(caller, link.owner) ? success(link) : failure('not-found');
    },

    async follow(code, purpose) {
      const link = isCode(code) ? await find(code) : undefined;
      const now = clock();
      if (!link) return failure('not-found');
      if (isExpired(link, now)) return failure('expired');
      if (purpose === 'click') clicked?.(link, now);
      return success(link);
    },

    forget,
  };
}
