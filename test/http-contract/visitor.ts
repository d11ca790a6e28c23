import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Backend } from './backend.ts';
import { type Answer, exchange, type Sent } from './exchange.ts';

const moment = z.iso.datetime();

/** A Link as the contract has it, with nothing besides. */
export const linkContract = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_-]{3,64}$/),
  url: z.url(),
  shortUrl: z.url(),
  createdAt: moment,
  expiresAt: moment.nullable(),
});
export type Link = z.output<typeof linkContract>;

const pageContract = z.strictObject({
  items: z.array(linkContract),
  nextCursor: z.string().min(1).nullable(),
});
const statsContract = z.strictObject({
  clicks: z.int().min(0),
  perDay: z.array(z.strictObject({ day: z.iso.date(), clicks: z.int().min(0) })),
});
export type Stats = z.output<typeof statsContract>;

/** Members of the body of a new link; anything, for the tests are about wrong ones, too. */
export type NewLink = Readonly<Record<string, unknown>>;

/** @returns a code that nobody has taken, beginning with a word that says what for */
export function freshCode(word: string): string {
  return `${word}-${randomBytes(5).toString('hex')}`;
}

/** @returns the moment so far (ms) from now */
export function momentIn(time: number): string {
  return new Date(Date.now() + time).toISOString();
}

/** @returns somebody who may use the API of the backend */
export function visitorOf(backend: Backend) {
  const send = (method: string, path: string, more: Omit<Sent, 'method' | 'path'> = {}) =>
    exchange(backend.url(), {
      method,
      path,
      ...more,
      headers: { ...backend.headers?.(), ...more.headers },
    });
  const get = (path: string, headers: NonNullable<Sent['headers']> = {}) =>
    send('GET', path, { headers });
  const post = (body: unknown, headers: NonNullable<Sent['headers']> = {}) =>
    send('POST', '/api/links', { body, headers });
  return {
    send,
    get,

    /** Sends what might become a link. */
    post,

    /** Makes a link that must be possible. */
    async create(link: NewLink = {}): Promise<Link> {
      return linkIn(await post({ url: 'https://example.com/', ...link }), 201);
    },

    /** Reads a page that must be there. */
    async list(query: string) {
      return pageContract.parse(expectStatus(await get(`/api/links?${query}`), 200).body);
    },

    /** Reads statistics that must be there. */
    async stats(code: string): Promise<Stats> {
      return statsContract.parse(expectStatus(await get(`/api/links/${code}/stats`), 200).body);
    },
  };
}

/** @returns the link in an answer that must have one */
export function linkIn(answer: Answer, status = 200): Link {
  return linkContract.parse(expectStatus(answer, status).body);
}

function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer;
  throw new Error(`${answer.status} instead of ${status}: ${answer.text.slice(0, 500)}`);
}
