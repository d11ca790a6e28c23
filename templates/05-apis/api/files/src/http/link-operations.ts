import { z } from 'zod';
import {
  changesContract,
  linkContract,
  linkPageContract,
  listQuery,
  statsContract,
} from './catalogue-contracts.ts';
import { newLinkContract } from './contracts.ts';
import type { Operation, Schemas } from './openapi.ts';

/** What the wire may bring does not depend on them. */
const circumstances = { now: new Date(0), ownHosts: [] };
const changes = changesContract(circumstances);
const newLink = newLinkContract(circumstances);

export const linkSchemas: Schemas = {
  Changes: changes,
  Link: linkContract,
  LinkPage: linkPageContract,
  NewLink: newLink,
  Stats: statsContract,
};

const ifMatch = { 'If-Match': 'Only when the link still has this ETag; else 412.' };

export const linkOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/links',
    id: 'listLinks',
    summary: 'List links, the newest first',
    query: listQuery,
    answers: { 200: linkPageContract },
    problems: [400],
  },
  {
    method: 'post',
    path: '/api/links',
    id: 'createLink',
    summary: 'Shorten a URL',
    headers: { 'Idempotency-Key': 'Sent twice with one key, it is done once (kept for 24 hours).' },
    body: newLink,
    answers: { 201: linkContract },
    problems: [400, 409, 413, 415, 422],
  },
  {
    method: 'get',
    path: '/api/links/{code}',
    id: 'getLink',
    summary: 'Show a link',
    headers: { 'If-None-Match': 'When the link still has this ETag, the answer is 304.' },
    answers: { 200: linkContract, 304: 'Not changed' },
    problems: [400, 404],
  },
  {
    method: 'patch',
    path: '/api/links/{code}',
    id: 'changeLink',
    summary: 'Change where a link leads, or until when',
    headers: ifMatch,
    body: changes,
    answers: { 200: linkContract },
    problems: [400, 404, 412, 413, 415, 422],
  },
  {
    method: 'delete',
    path: '/api/links/{code}',
    id: 'removeLink',
    summary: 'Remove a link; its code is free again',
    headers: ifMatch,
    answers: { 204: 'Removed' },
    problems: [400, 404, 412],
  },
  {
    method: 'get',
    path: '/api/links/{code}/stats',
    id: 'linkStats',
    summary: 'Count the clicks on a link, in total and for each of the last 30 days',
    answers: { 200: statsContract },
    problems: [400, 404],
  },
  {
    method: 'get',
    path: '/{code}',
    id: 'followLink',
    summary: 'Follow a link',
    answers: { 302: 'Found: the address is in Location' },
    problems: [404, 410],
  },
];

const check = z.record(z.string(), z.object({ ok: z.boolean() }));

export const healthOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/livez',
    id: 'livez',
    summary: 'Tell that the process lives',
    answers: { 200: z.object({ status: z.literal('ok') }) },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    id: 'readyz',
    summary: 'Tell whether all that is needed can be used',
    answers: {
      200: z.object({ status: z.literal('ok'), checks: check }),
      503: z.object({ status: z.literal('unavailable'), checks: check }),
    },
    problems: [],
  },
];
