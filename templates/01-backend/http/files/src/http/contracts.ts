import { z } from 'zod';
import type { Link } from '../domain/link.ts';
import type { Result } from '../domain/result.ts';
import type { LinkProblem } from '../links/port.ts';
import { Problem } from './problem.ts';

export const moment = z.iso.datetime({ offset: true });
export const expiry = moment.transform((text) => new Date(text)).nullable();

/** Body of `POST /api/links`. What makes a good URL or code, the domain decides. */
export const newLinkContract = z.strictObject({
  url: z.string(),
  code: z.string().optional(),
  expiresAt: expiry.optional(),
});

/** Query of an address that takes none. */
export const noQuery = z.strictObject({});

/** A link as the API shows it. */
export function linkBody(link: Link, publicUrl: string) {
  const { code, url } = link;
  const expiresAt = link.expiresAt?.toISOString() ?? null;
  const createdAt = link.createdAt.toISOString();
  return { code, url, shortUrl: `${publicUrl}/${code}`, createdAt, expiresAt };
}

/** @throws Problem when a use case said no */
export function orThrow<Value>(result: Result<Value, LinkProblem>): Value {
  if (result.ok) return result.value;
  throw linkProblem(result.problem);
}

/** A problem of the use cases, said in HTTP. */
export function linkProblem(problem: LinkProblem): Problem {
  if (problem.kind === 'taken') return new Problem(409, 'This code is taken.');
  if (problem.kind === 'not-found') return new Problem(404, 'There is no such link.');
  if (problem.kind === 'expired') return new Problem(410, 'This link has expired.');
  const errors = problem.fields.map(({ field, detail }) => ({ pointer: `/${field}`, detail }));
  return new Problem(422, 'Such a link is not possible.', errors);
}
