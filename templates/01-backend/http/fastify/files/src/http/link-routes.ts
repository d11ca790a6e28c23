import type { Clock } from '../domain/link.ts';
import type { Links } from '../links/port.ts';
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

type WithCode = { Params: { code: string } };

export function linkRoutes({ links, clock, publicUrl }: LinkRoutesOptions): Routes {
  return (app) => {
    app.post('/api/links', async (request, reply) => {
      parseQuery(noQuery, request.query);
      const ownHosts = [new URL(publicUrl).host, request.host];
      const wanted = parseBody(newLinkContract({ now: clock(), ownHosts }), request.body);
      const link = orThrow(await links.create(request.caller, wanted), linkProblems);
      reply.code(201).header('location', `/api/links/${link.code}`);
      return linkBody(link, publicUrl);
    });

    app.get<WithCode>('/api/links/:code', async (request) => {
      parseQuery(noQuery, request.query);
      const found = await links.get(request.caller, request.params.code);
      return linkBody(orThrow(found, linkProblems), publicUrl);
    });

    app.get<WithCode>('/:code', async ({ method, params }, reply) => {
      const followed = await links.follow(params.code, method === 'HEAD' ? 'look' : 'click');
      return reply.redirect(orThrow(followed, linkProblems).url, 302);
    });
  };
}
