import type { Links } from '../links/port.ts';
import { linkBody, linkProblem, newLinkContract, noQuery } from './contracts.ts';
import { parseBody, parseQuery } from './parse.ts';
import type { Routes } from './server.ts';

export interface LinkRoutesOptions {
  links: Links;
  /** Where this service is reached from outside, without a final slash. */
  publicUrl: string;
}

interface WithCode {
  Params: { code: string };
}

export function linkRoutes({ links, publicUrl }: LinkRoutesOptions): Routes {
  return (app) => {
    app.post('/api/links', async (request, reply) => {
      parseQuery(noQuery, request.query);
      const ownHosts = [new URL(publicUrl).host, request.host];
      const input = parseBody(newLinkContract, request.body);
      const created = await links.create(request.caller, input, ownHosts);
      if (!created.ok) throw linkProblem(created.problem);
      const body = linkBody(created.value, publicUrl);
      return reply.code(201).header('location', `/api/links/${body.code}`).send(body);
    });

    app.get<WithCode>('/api/links/:code', async (request) => {
      parseQuery(noQuery, request.query);
      const found = await links.get(request.caller, request.params.code);
      if (!found.ok) throw linkProblem(found.problem);
      return linkBody(found.value, publicUrl);
    });

    app.get<WithCode>('/:code', async (request, reply) => {
      const purpose = request.method === 'HEAD' ? 'look' : 'click';
      const followed = await links.follow(request.params.code, purpose);
      if (!followed.ok) throw linkProblem(followed.problem);
      return reply.redirect(followed.value.url, 302);
    });
  };
}
