import type { Catalogue } from '../catalogue/port.ts';
import type { Clock } from '../domain/link.ts';
import { readBody } from './body.ts';
import {
  catalogueProblems,
  changesContract,
  expectedBy,
  linkPage,
  listQuery,
} from './catalogue-contracts.ts';
import { linkBody, noQuery } from './contracts.ts';
import { decodeCursor } from './cursor.ts';
import { parseBody, parseQuery } from './parse.ts';
import { orThrow } from './problem.ts';
import type { Routes } from './server.ts';

export interface CatalogueRoutesOptions {
  catalogue: Catalogue;
  clock: Clock;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

export function catalogueRoutes({ catalogue, clock, publicUrl }: CatalogueRoutesOptions): Routes {
  return (app) => {
    app.get('/api/links', async (request, response) => {
      const { limit, cursor, q } = parseQuery(listQuery, request.query);
      const after = cursor === undefined ? undefined : decodeCursor(cursor, q);
      const found = await catalogue.list(request.caller, { limit, after, q });
      response.json(linkPage(found, q, publicUrl));
    });

    app.patch('/api/links/:code', readBody, async (request, response) => {
      parseQuery(noQuery, request.query);
      const ownHosts = [new URL(publicUrl).host, request.host];
      const changes = parseBody(changesContract({ now: clock(), ownHosts }), request.body);
      const expected = expectedBy(request.headers['if-match'], publicUrl);
      const { caller, params } = request;
      const changed = await catalogue.change(caller, String(params.code), changes, expected);
      response.json(linkBody(orThrow(changed, catalogueProblems), publicUrl));
    });

    app.delete('/api/links/:code', async (request, response) => {
      parseQuery(noQuery, request.query);
      const expected = expectedBy(request.headers['if-match'], publicUrl);
      const removed = await catalogue.remove(request.caller, request.params.code, expected);
      orThrow(removed, catalogueProblems);
      response.status(204).end();
    });

    app.get('/api/links/:code/stats', async (request, response) => {
      parseQuery(noQuery, request.query);
      const stats = await catalogue.stats(request.caller, request.params.code);
      response.json(orThrow(stats, catalogueProblems));
    });
  };
}
