import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Position } from '../catalogue/port.ts';
import { isCode } from '../domain/code.ts';
import { Problem } from './problem.ts';

const contract = z.tuple([z.iso.datetime(), z.string(), z.string()]);

/** Says where a page ended. Opaque to clients, so that what is in it may change. */
export function encodeCursor({ createdAt, code }: Position, q = ''): string {
  return Buffer.from(JSON.stringify([createdAt, code, hashOf(q)])).toString('base64url');
}

/** @throws Problem 400 for what is no cursor, or one of another search */
export function decodeCursor(cursor: string, q = ''): Position {
  const parsed = contract.safeParse(jsonIn(cursor));
  const [createdAt = '', code = '', search = ''] = parsed.data ?? [];
  if (!isCode(code)) throw new Problem(400, 'This is not a cursor.');
  if (search !== hashOf(q)) throw new Problem(400, 'This cursor belongs to another search.');
  return { createdAt: new Date(createdAt), code };
}

function hashOf(q: string): string {
  return createHash('sha256').update(q).digest('base64url').slice(0, 8);
}

function jsonIn(cursor: string): unknown {
  // What does not belong there would be skipped.
  if (!/^[\w-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
