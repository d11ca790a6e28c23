import type { Code } from '../domain/code.ts';
import type { Link } from '../domain/link.ts';
import type { Executor } from './executor.ts';

/** A link under its code. */
export type LinkDocument = Omit<Link, 'code'> & { readonly _id: Code };

export const linksOf = ({ db }: Executor) => db.collection<LinkDocument>('links');

export function toDocument({ code, ...rest }: Link): LinkDocument {
  return { _id: code, ...rest };
}

export function toLink({ _id, ...rest }: LinkDocument): Link {
  return { code: _id, ...rest };
}
