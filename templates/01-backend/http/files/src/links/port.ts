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

/** What is to become a link; without a code, one is generated. */
export type NewLink = Pick<Link, 'url' | 'expiresAt'> & { readonly code?: Code };

type Answer<Problem> = Promise<Result<Link, Problem>>;

/** What one can do with links. Codes come as they were sent; an impossible one is not found. */
export interface Links {
  create(caller: Caller, link: NewLink): Answer<'taken'>;
  get(caller: Caller, code: string): Answer<'not-found'>;
  /** Where to redirect to. Open to all; a `look` does not count as a click. */
  follow(code: string, purpose: 'click' | 'look'): Answer<'not-found' | 'expired'>;
  /** To be told when others changed or removed a link: what visitors get to see of it is old. */
  forget(code: Code): Promise<void>;
}
