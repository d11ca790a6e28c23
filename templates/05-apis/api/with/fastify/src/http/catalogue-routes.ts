import type { Catalogue } from '../catalogue/port.ts';
import {
  changesContract,
  expectedBy,
  linkPage,
  listQuery,
  orThrowStale,
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

type WithCode = { Params: { code: string } };

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
      return linkBody(orThrowStale(changed), publicUrl);
    });

    app.delete<WithCode>('/api/links/:code', async (request, reply) => {
      parseQuery(noQuery, request.query);
      const expected = expectedBy(request.headers['if-match'], publicUrl);
      orThrowStale(await catalogue.remove(request.caller, request.params.code, expected));
      return reply.code(204).send();
    });

    app.get<WithCode>('/api/links/:code/stats', async (request) => {
      parseQuery(noQuery, request.query);
      return orThrowStale(await catalogue.stats(request.caller, request.params.code));
    });
  };
}
