import type { Links } from '../links/port.ts';
import { linkBody, newLinkContract, noQuery, orThrow } from './contracts.ts';
import { parseBody, parseQuery } from './parse.ts';
import type { Routes } from './server.ts';

export interface LinkRoutesOptions {
  links: Links;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

type WithCode = { Params: { code: string } };

export function linkRoutes({ links, publicUrl }: LinkRoutesOptions): Routes {
  return (app) => {
    app.post('/api/links', async (request, reply) => {
      parseQuery(noQuery, request.query);
      const ownHosts = [new URL(publicUrl).host, request.host];
      const input = parseBody(newLinkContract, request.body);
      const link = orThrow(await links.create(request.caller, input, ownHosts));
      reply.code(201).header('location', `/api/links/${link.code}`);
      return linkBody(link, publicUrl);
    });

    app.get<WithCode>('/api/links/:code', async (request) => {
      parseQuery(noQuery, request.query);
      return linkBody(orThrow(await links.get(request.caller, request.params.code)), publicUrl);
    });

    app.get<WithCode>('/:code', async (request, reply) => {
      const purpose = request.method === 'HEAD' ? 'look' : 'click';
      const link = orThrow(await links.follow(request.params.code, purpose));
      return reply.redirect(link.url, 302);
    });
  };
}
