import type { Clock } from '../domain/link.ts';
import type { Links } from '../links/port.ts';
import { JSON_UTF8, limitedBody, readBody } from './body.ts';
import { linkBody, linkProblems, newLinkContract, noQuery } from './contracts.ts';
import { parseBody, parseQuery } from './parse.ts';
import { orThrow } from './problem.ts';
import { queryOf, type Routes } from './request.ts';

export interface LinkRoutesOptions {
  links: Links;
  clock: Clock;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

export function linkRoutes({ links, clock, publicUrl }: LinkRoutesOptions): Routes {
  return (app) => {
    app.post('/api/links', limitedBody, async (c) => {
      parseQuery(noQuery, queryOf(c));
      const ownHosts = [new URL(publicUrl).host, c.var.client.host];
      const contract = newLinkContract({ now: clock(), ownHosts });
      const wanted = parseBody(contract, await readBody(c));
      const link = orThrow(await links.create(c.var.caller, wanted), linkProblems);
      c.header('location', `/api/links/${link.code}`);
      return c.json(linkBody(link, publicUrl), 201, JSON_UTF8);
    });

    app.get('/api/links/:code', async (c) => {
      parseQuery(noQuery, queryOf(c));
      const found = await links.get(c.var.caller, c.req.param('code'));
      return c.json(linkBody(orThrow(found, linkProblems), publicUrl), 200, JSON_UTF8);
    });

    app.get('/:code', async (c) => {
      const purpose = c.req.method === 'HEAD' ? 'look' : 'click';
      const followed = await links.follow(c.req.param('code'), purpose);
      return c.redirect(orThrow(followed, linkProblems).url, 302);
    });
  };
}
