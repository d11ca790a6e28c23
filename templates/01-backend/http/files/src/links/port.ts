import type { Caller } from '../domain/caller.ts';
import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { Result } from '../domain/result.ts';

/** Where links are kept. */
export interface LinkRepository {
  find(code: Code): Promise<Link | undefined>;
  /** @returns false, and changes nothing, when the code is taken; of racing callers one wins */
  add(link: Link): Promise<boolean>;
}

/** Remembers links for those who follow them. */
export interface LinkCache {
  /** @param load finds what is not remembered */
  find(code: Code, load: LinkRepository['find']): Promise<Link | undefined>;
  forget(code: Code): Promise<void>;
}

/** What is to become a link; without a code, one is generated. */
export type NewLink = Pick<Link, 'url' | 'expiresAt'> & { readonly code?: Code };

export type LinkProblem = 'taken' | 'not-found' | 'expired';

type LinkResult = Promise<Result<Link, LinkProblem>>;

/** What one can do with links. Codes come as they were sent; an impossible one is not found. */
export interface Links {
  create(caller: Caller, link: NewLink): LinkResult;
  get(caller: Caller, code: string): LinkResult;
  /** Where to redirect to. Open to all; a `look` does not count as a click. */
  follow(code: string, purpose: 'click' | 'look'): LinkResult;
  /** To be told when a link was changed or removed by others: what is remembered of it is wrong. */
  forget(code: Code): Promise<void>;
}
