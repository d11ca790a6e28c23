import type { Catalogue } from '../catalogue/port.ts';
import {
  catalogueProblem,
  changesContract,
  expectedBy,
  linkPage,
  listQuery,
} from './catalogue-contracts.ts';
import { linkBody, noQuery } from './contracts.ts';
import { decodeCursor } from './cursor.ts';
import { parseBody, parseQuery } from './parse.ts';
import type { Routes } from './server.ts';

export interface CatalogueRoutesOptions {
  catalogue: Catalogue;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

interface WithCode {
  Params: { code: string };
}

export function catalogueRoutes({ catalogue, publicUrl }: CatalogueRoutesOptions): Routes {
  return (app) => {
    app.get('/api/links', async (request) => {
      const { limit, cursor, q } = parseQuery(listQuery, request.query);
      const after = cursor === undefined ? undefined : decodeCursor(cursor, q);
      return linkPage(await catalogue.list(request.caller, { limit, after, q }), q, publicUrl);
    });

    app.patch<WithCode>('/api/links/:code', async (request) => {
      parseQuery(noQuery, request.query);
      const changed = await catalogue.change(
        request.caller,
        request.params.code,
        parseBody(changesContract, request.body),
        [new URL(publicUrl).host, request.host],
        expectedBy(request.headers['if-match'], publicUrl),
      );
      if (!changed.ok) throw catalogueProblem(changed.problem);
      return linkBody(changed.value, publicUrl);
    });

    app.delete<WithCode>('/api/links/:code', async (request, reply) => {
      parseQuery(noQuery, request.query);
      const expected = expectedBy(request.headers['if-match'], publicUrl);
      const removed = await catalogue.remove(request.caller, request.params.code, expected);
      if (!removed.ok) throw catalogueProblem(removed.problem);
      return reply.code(204).send();
    });

    app.get<WithCode>('/api/links/:code/stats', async (request) => {
      parseQuery(noQuery, request.query);
      const stats = await catalogue.stats(request.caller, request.params.code);
      if (!stats.ok) throw catalogueProblem(stats.problem);
      return stats.value;
    });
  };
}
