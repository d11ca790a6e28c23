import type { Catalogue } from '../catalogue/port.ts';
import type { Clock } from '../domain/link.ts';
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

type WithCode = { Params: { code: string } };

export function catalogueRoutes({ catalogue, clock, publicUrl }: CatalogueRoutesOptions): Routes {
  return (app) => {
    app.get('/api/links', async (request) => {
      const { limit, cursor, q } = parseQuery(listQuery, request.query);
      const after = cursor === undefined ? undefined : decodeCursor(cursor, q);
      return linkPage(await catalogue.list(request.caller, { limit, after, q }), q, publicUrl);
    });

    app.patch<WithCode>('/api/links/:code', async (request) => {
      parseQuery(noQuery, request.query);
      const ownHosts = [new URL(publicUrl).host, request.host];
      const changes = parseBody(changesContract({ now: clock(), ownHosts }), request.body);
      const expected = expectedBy(request.headers['if-match'], publicUrl);
      const { caller, params } = request;
      const changed = await catalogue.change(caller, params.code, changes, expected);
      return linkBody(orThrow(changed, catalogueProblems), publicUrl);
    });

    app.delete<WithCode>('/api/links/:code', async (request, reply) => {
      parseQuery(noQuery, request.query);
      const expected = expectedBy(request.headers['if-match'], publicUrl);
      const removed = await catalogue.remove(request.caller, request.params.code, expected);
      orThrow(removed, catalogueProblems);
      return reply.code(204).send();
    });

    app.get<WithCode>('/api/links/:code/stats', async (request) => {
      parseQuery(noQuery, request.query);
      const stats = await catalogue.stats(request.caller, request.params.code);
      return orThrow(stats, catalogueProblems);
    });
  };
}
