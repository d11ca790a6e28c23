import { z } from 'zod';
import { parseCode } from '../domain/code.ts';
import { type Link, parseExpiry } from '../domain/link.ts';
import type { Result } from '../domain/result.ts';
import { parseTargetUrl } from '../domain/target-url.ts';
import { Problem } from './problem.ts';

/** What the rules of the domain depend on: the moment, and the hosts of this service. */
export type Circumstances = { readonly now: Date; readonly ownHosts: readonly string[] };

/** Query of an address that takes none. */
export const noQuery = z.strictObject({});

export const moment = z.iso.datetime({ offset: true });

export const targetContract = ({ ownHosts }: Circumstances) =>
  z.string().transform(by((text) => parseTargetUrl(text, ownHosts)));

export const expiryContract = ({ now }: Circumstances) =>
  moment.transform(by((text) => parseExpiry(new Date(text), now))).nullable();

/** Body of `POST /api/links`. */
export const newLinkContract = (circumstances: Circumstances) =>
  z.strictObject({
    url: targetContract(circumstances),
    code: z.string().transform(by(parseCode)).exactOptional(),
    expiresAt: expiryContract(circumstances).default(null),
  });

/** Lets a rule of the domain decide about what the wire brought. */
function by<Value>(rule: (text: string) => Result<Value>) {
  return (text: string, context: z.RefinementCtx) => {
    const result = rule(text);
    if (result.ok) return result.value;
    context.addIssue(result.problem);
    return z.NEVER;
  };
}

/** A link as the API shows it. */
export function linkBody({ code, url, createdAt, expiresAt }: Link, publicUrl: string) {
  return { code, url, shortUrl: `${publicUrl}/${code}`, createdAt, expiresAt };
}

/** How the problems of the use cases are said in HTTP. */
export const linkProblems = {
  taken: new Problem(409, 'This code is taken.'),
  'not-found': new Problem(404, 'There is no such link.'),
  expired: new Problem(410, 'This link has expired.'),
};
