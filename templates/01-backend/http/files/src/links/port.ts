import type { Caller } from '../domain/caller.ts';
import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { FieldProblem, Result } from '../domain/result.ts';

/** Where links are kept. */
export interface LinkRepository {
  find(code: Code): Promise<Link | undefined>;
  /** @returns false, and changes nothing, when the code is taken; of racing callers one wins */
  add(link: Link): Promise<boolean>;
}

export interface NewLink {
  readonly url: string;
  /** Without one, a code is generated. */
  readonly code?: string | undefined;
  readonly expiresAt?: Date | null | undefined;
}

export type LinkProblem =
  | { readonly kind: 'invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly kind: 'taken' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'expired' };

export type LinkResult = Promise<Result<Link, LinkProblem>>;

/** What one can do with links. Codes come as they were sent; an impossible one is not found. */
export interface Links {
  /** @param ownHosts hosts of this service, which a link may not lead to */
  create(caller: Caller, link: NewLink, ownHosts: readonly string[]): LinkResult;
  get(caller: Caller, code: string): LinkResult;
  /** Where to redirect to. Open to all; a `look` does not count as a click. */
  follow(code: string, purpose: 'click' | 'look'): LinkResult;
}
