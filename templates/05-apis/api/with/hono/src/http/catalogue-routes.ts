import type { Catalogue } from '../catalogue/port.ts';
import type { Clock } from '../domain/link.ts';
import { JSON_UTF8, limitedBody, readBody } from './body.ts';
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
import { queryOf, type Routes } from './request.ts';

export interface CatalogueRoutesOptions {
  catalogue: Catalogue;
  clock: Clock;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

export function catalogueRoutes({ catalogue, clock, publicUrl }: CatalogueRoutesOptions): Routes {
  return (app) => {
    app.get('/api/links', async (c) => {
      const { limit, cursor, q } = parseQuery(listQuery, queryOf(c));
      const after = cursor === undefined ? undefined : decodeCursor(cursor, q);
      const found = await catalogue.list(c.var.caller, { limit, after, q });
      return c.json(linkPage(found, q, publicUrl), 200, JSON_UTF8);
    });

    app.patch('/api/links/:code', limitedBody, async (c) => {
      parseQuery(noQuery, queryOf(c));
      const ownHosts = [new URL(publicUrl).host, c.var.client.host];
      const contract = changesContract({ now: clock(), ownHosts });
      const changes = parseBody(contract, await readBody(c));
      const expected = expectedBy(c.req.header('if-match'), publicUrl);
      const code = c.req.param('code');
      const changed = await catalogue.change(c.var.caller, code, changes, expected);
      return c.json(linkBody(orThrow(changed, catalogueProblems), publicUrl), 200, JSON_UTF8);
    });

    app.delete('/api/links/:code', async (c) => {
      parseQuery(noQuery, queryOf(c));
      const expected = expectedBy(c.req.header('if-match'), publicUrl);
      const removed = await catalogue.remove(c.var.caller, c.req.param('code'), expected);
      orThrow(removed, catalogueProblems);
      return c.body(null, 204);
    });

    app.get('/api/links/:code/stats', async (c) => {
      parseQuery(noQuery, queryOf(c));
      const stats = await catalogue.stats(c.var.caller, c.req.param('code'));
      return c.json(orThrow(stats, catalogueProblems), 200, JSON_UTF8);
    });
  };
}
