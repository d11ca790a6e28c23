import type { FastifyReply } from 'fastify';
import type { Result } from '../domain/result.ts';
import type { Accounts, Sessions, Tokens } from '../security/port.ts';
import {
  accountProblem,
  loginContract,
  passwordChangeContract,
  registrationContract,
  userBody,
  usersQuery,
} from './account-contracts.ts';
import { noQuery } from './contracts.ts';
import { endedCookie, refreshCookie, refreshTokenIn } from './guard.ts';
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
      const user = orRefuse(await accounts.register(wanted, request.ip), reply);
      return reply.code(201).send(userBody(user));
    });

    app.post('/api/auth/login', async (request, reply) => {
      const given = parseBody(loginContract, request.body);
      const tokens = orRefuse(await accounts.login(given), reply);
      await sessions.end(refreshTokenIn(request.headers.cookie));
      return handOver(tokens, reply);
    });

    app.post('/api/auth/refresh', async (request, reply) => {
      reply.header('set-cookie', endedCookie);
      const refreshed = await sessions.refresh(refreshTokenIn(request.headers.cookie));
      return handOver(orRefuse(refreshed, reply), reply);
    });

    app.post('/api/auth/logout', async (request, reply) => {
      await sessions.end(refreshTokenIn(request.headers.cookie));
      return reply.code(204).header('set-cookie', endedCookie).send();
    });

    app.get('/api/me', async (request, reply) => {
      parseQuery(noQuery, request.query);
      return userBody(orRefuse(await accounts.me(request.caller), reply));
    });

    app.post('/api/me/password', async (request, reply) => {
      const { old, new: wanted } = parseBody(passwordChangeContract(isCommon), request.body);
      const changed = await accounts.changePassword(request.caller, old, wanted);
      if (!changed.ok && changed.problem === 'wrong') throw accountProblem('wrong-old').problem;
      orRefuse(changed, reply);
      return reply.code(204).header('set-cookie', endedCookie).send();
    });

    app.get('/api/admin/users', async (request, reply) => {
      const { limit, after } = parseQuery(usersQuery, request.query);
      const users = orRefuse(await accounts.list(request.caller, limit, after), reply);
      return { items: users.map(userBody) };
    });
  };
}

type AnyProblem = Parameters<typeof accountProblem>[0];

function orRefuse<Value>(result: Result<Value, AnyProblem>, reply: FastifyReply): Value {
  if (result.ok) return result.value;
  const { problem, seconds } = accountProblem(result.problem);
  if (seconds !== undefined) reply.header('retry-after', seconds);
  throw problem;
}

/** The access token for the page to use, the refresh token for the browser to keep. */
function handOver({ accessToken, expiresIn, ...refresh }: Tokens, reply: FastifyReply) {
  reply.removeHeader('set-cookie').header('cache-control', 'no-store');
  reply.header('set-cookie', refreshCookie(refresh.refreshToken, refresh.refreshExpiresIn));
  return { accessToken, expiresIn };
}
