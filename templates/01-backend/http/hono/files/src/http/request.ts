import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Caller } from '../domain/caller.ts';

export interface Env {
  Bindings: HttpBindings;
  Variables: { id: string; caller: Caller; client: Client };
}

/** Registers middleware or routes with the app. */
export type Routes = (app: Hono<Env>) => void;

/** Where a request comes from, and which host it was sent to. */
export interface Client {
  readonly address: string;
  readonly host: string;
}

/** @param hops how many proxies are believed what they say of those before them */
export function clientOf({ headers, socket }: IncomingMessage, hops: number): Client {
  const { remoteAddress = '' } = socket;
  const { host = '' } = headers;
  if (hops === 0) return { address: remoteAddress, host };
  const addresses = [remoteAddress, ...listIn(headers['x-forwarded-for']).reverse()];
  const [forwarded = host] = listIn(headers['x-forwarded-host']);
  return { address: addresses.slice(0, hops + 1).at(-1) ?? '', host: forwarded };
}

function listIn(header: string | string[] = ''): string[] {
  const names = String(header).split(',');
  return names.map((name) => name.trim()).filter(Boolean);
}

/** @returns the path as it was sent: not decoded, its dots not resolved, so that each has one name */
export function pathOf({ url = '' }: IncomingMessage): string {
  return /^(?:https?:\/\/[^/?#]*)?([^?#]*)/i.exec(url)?.[1] ?? '';
}

/** @returns the parameters, as members of the object's own, whatever they are called */
export function queryOf({ env }: Context<Env>): unknown {
  return parse((env.incoming.url ?? '').replace(/^[^?]*\??/, ''));
}
