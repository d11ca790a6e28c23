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
    app.post('/api/auth/register', async (request, reply) => {
      const wanted = parseBody(registrationContract(isCommon), request.body);
      const user = orRefuse(await accounts.register(wanted, request.ip));
      return reply.code(201).send(userBody(user));
    });

    app.post('/api/auth/login', async (request, reply) => {
      const given = parseBody(loginContract, request.body);
      const { headers, body } = handOver(orRefuse(await accounts.login(given)));
      await sessions.end(refreshTokenIn(request.headers.cookie));
      return reply.headers(headers).send(body);
    });

    app.post('/api/auth/refresh', async (request, reply) => {
      const refreshed = await sessions.refresh(refreshTokenIn(request.headers.cookie));
      const { headers, body } = handOver(orRefuse(refreshed));
      return reply.headers(headers).send(body);
    });

    app.post('/api/auth/logout', async (request, reply) => {
      await sessions.end(refreshTokenIn(request.headers.cookie));
      return reply.code(204).header('set-cookie', endedCookie).send();
    });

    app.get('/api/me', async (request) => {
      parseQuery(noQuery, request.query);
      return userBody(orRefuse(await accounts.me(request.caller)));
    });

    app.post('/api/me/password', async (request, reply) => {
      const { old, new: wanted } = parseBody(passwordChangeContract(isCommon), request.body);
      orRefuseChange(await accounts.changePassword(request.caller, old, wanted));
      return reply.code(204).header('set-cookie', endedCookie).send();
    });

    app.get('/api/admin/users', async (request) => {
      const { limit, after } = parseQuery(usersQuery, request.query);
      const users = orRefuse(await accounts.list(request.caller, limit, after));
      return { items: users.map(userBody) };
    });
  };
}
