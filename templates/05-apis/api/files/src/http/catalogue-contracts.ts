import { z } from 'zod';
import type { Catalogue, Expected } from '../catalogue/port.ts';
import {
  type Circumstances,
  expiryContract,
  linkBody,
  linkProblems,
  moment,
  targetContract,
} from './contracts.ts';
import { encodeCursor } from './cursor.ts';
import { etagOf, names } from './etag.ts';
import { Problem } from './problem.ts';

/** A link as the API shows it. */
export const linkContract = z.strictObject({
  code: z.string(),
  url: z.url(),
  shortUrl: z.url(),
  createdAt: moment,
  expiresAt: moment.nullable(),
});

/** Query of `GET /api/links`. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(4096).optional(),
  // A NUL cannot be stored, so nothing can be found by it, and some databases refuse to look.
  q: z
    .string()
    .max(2048)
    .regex(/^[^\0]*$/, 'must not contain NUL')
    .optional(),
});

/** Body of `PATCH /api/links/{code}`. */
export const changesContract = (circumstances: Circumstances) =>
  z
    .strictObject({
      url: targetContract(circumstances).exactOptional(),
      expiresAt: expiryContract(circumstances).exactOptional(),
    })
    .refine((changes) => Object.keys(changes).length > 0, 'Give url, expiresAt or both')
    .meta({ minProperties: 1 });

export const linkPageContract = z.strictObject({
  items: z.array(linkContract),
  nextCursor: z.string().nullable(),
});

export const statsContract = z.strictObject({
  clicks: z.int(),
  perDay: z.array(z.strictObject({ day: z.iso.date(), clicks: z.int() })),
});

type Found = Awaited<ReturnType<Catalogue['list']>>;

export function linkPage({ items, next }: Found, q: string | undefined, publicUrl: string) {
  const nextCursor = next && encodeCursor(next, q);
  return { items: items.map((link) => linkBody(link, publicUrl)), nextCursor };
}

/** @param ifMatch the tags that the client knows; without the header it does not mind */
export function expectedBy(ifMatch: string | undefined, publicUrl: string): Expected {
  if (ifMatch === undefined) return () => true;
  return (link) => names(ifMatch, etagOf(JSON.stringify(linkBody(link, publicUrl))));
}

/** How the problems of the catalogue are said in HTTP. */
export const catalogueProblems = {
  'not-found': linkProblems['not-found'],
  stale: new Problem(412, 'The link was changed meanwhile: get it again.'),
};
