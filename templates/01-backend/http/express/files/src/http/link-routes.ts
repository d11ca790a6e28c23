import type { Clock } from '../domain/link.ts';
import type { Links } from '../links/port.ts';
import { readBody } from './body.ts';
import { linkBody, linkProblems, newLinkContract, noQuery } from './contracts.ts';
import { parseBody, parseQuery } from './parse.ts';
import { orThrow } from './problem.ts';
import type { Routes } from './server.ts';

export interface LinkRoutesOptions {
  links: Links;
  clock: Clock;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

export function linkRoutes({ links, clock, publicUrl }: LinkRoutesOptions): Routes {
  return (app) => {
    app.post('/api/links', readBody, async (request, response) => {
      parseQuery(noQuery, request.query);
      const ownHosts = [new URL(publicUrl).host, request.host];
      const wanted = parseBody(newLinkContract({ now: clock(), ownHosts }), request.body);
      const link = orThrow(await links.create(request.caller, wanted), linkProblems);
      response.status(201).set('location', `/api/links/${link.code}`);
      response.json(linkBody(link, publicUrl));
    });

    app.get('/api/links/:code', async (request, response) => {
      parseQuery(noQuery, request.query);
      const found = await links.get(request.caller, request.params.code);
      response.json(linkBody(orThrow(found, linkProblems), publicUrl));
    });

    app.get('/:code', async ({ method, params }, response) => {
      const followed = await links.follow(params.code, method === 'HEAD' ? 'look' : 'click');
      // As it is: `redirect` would encode it again, and write a body.
      response.status(302).set('location', orThrow(followed, linkProblems).url).end();
    });
  };
}
