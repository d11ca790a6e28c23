import type { Accounts, Sessions } from '../security/port.ts';
import {
  handOver,
  loginContract,
  orRefuse,
  orRefuseChange,
  passwordChangeContract,
  registrationContract,
  userBody,
  usersQuery,
} from './account-contracts.ts';
import { readBody } from './body.ts';
import { noQuery } from './contracts.ts';
import { endedCookie, refreshTokenIn } from './guard.ts';
import { parseBody, parseQuery } from './parse.ts';
import type { Routes } from './server.ts';

export interface AccountRoutesOptions {
  accounts: Accounts;
  sessions: Sessions;
  isCommon: (password: string) => boolean;
}

export function accountRoutes({ accounts, sessions, isCommon }: AccountRoutesOptions): Routes {
  return (app) => {
    app.post('/api/auth/register', readBody, async (request, response) => {
      const wanted = parseBody(registrationContract(isCommon), request.body);
      const user = orRefuse(await accounts.register(wanted, request.ip ?? ''));
      response.status(201).json(userBody(user));
    });

    app.post('/api/auth/login', readBody, async (request, response) => {
      const given = parseBody(loginContract, request.body);
      const { headers, body } = handOver(orRefuse(await accounts.login(given)));
      await sessions.end(refreshTokenIn(request.headers.cookie));
      response.set(headers).json(body);
    });

    app.post('/api/auth/refresh', async (request, response) => {
      const refreshed = await sessions.refresh(refreshTokenIn(request.headers.cookie));
      const { headers, body } = handOver(orRefuse(refreshed));
      response.set(headers).json(body);
    });

    app.post('/api/auth/logout', async (request, response) => {
      await sessions.end(refreshTokenIn(request.headers.cookie));
      response.status(204).set('set-cookie', endedCookie).end();
    });

    app.get('/api/me', async (request, response) => {
      parseQuery(noQuery, request.query);
      response.json(userBody(orRefuse(await accounts.me(request.caller))));
    });

    app.post('/api/me/password', readBody, async (request, response) => {
      const { old, new: wanted } = parseBody(passwordChangeContract(isCommon), request.body);
      orRefuseChange(await accounts.changePassword(request.caller, old, wanted));
      response.status(204).set('set-cookie', endedCookie).end();
    });

    app.get('/api/admin/users', async (request, response) => {
      const { limit, after } = parseQuery(usersQuery, request.query);
      const users = orRefuse(await accounts.list(request.caller, limit, after));
      response.json({ items: users.map(userBody) });
    });
  };
}
