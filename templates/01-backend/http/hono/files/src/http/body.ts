import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BODY_LIMIT } from './parse.ts';
import { problemOfStatus } from './problem.ts';
import type { Env } from './request.ts';

/** How an answer in JSON says what it is. */
export const JSON_UTF8 = { 'content-type': 'application/json; charset=utf-8' };

/** Stands before the handler of each route that takes a body. */
export const limitedBody = bodyLimit({
  maxSize: BODY_LIMIT,
  onError: () => {
    throw problemOfStatus(413);
  },
});

/**
 * @returns the body; undefined when nothing was sent
 * @throws Problem 415 when it is not said to be JSON, 400 when it is not
 */
export async function readBody({ req, env }: Context<Env>): Promise<unknown> {
  const { 'content-length': length = '0', 'content-type': type } = env.incoming.headers;
  const isSent = length !== '0' || env.incoming.headers['transfer-encoding'] !== undefined;
  if (!isSent && type === undefined) return undefined;
  if (!/^application\/json *(;|$)/i.test(type ?? '')) throw problemOfStatus(415);
  try {
    return await req.json();
  } catch {
    throw problemOfStatus(400);
  }
}
