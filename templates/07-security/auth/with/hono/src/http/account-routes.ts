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
import { JSON_UTF8, limitedBody, readBody } from './body.ts';
import { noQuery } from './contracts.ts';
import { endedCookie, refreshTokenIn } from './guard.ts';
import { parseBody, parseQuery } from './parse.ts';
import { queryOf, type Routes } from './request.ts';

export interface AccountRoutesOptions {
  accounts: Accounts;
  sessions: Sessions;
  isCommon: (password: string) => boolean;
}

export function accountRoutes({ accounts, sessions, isCommon }: AccountRoutesOptions): Routes {
  return (app) => {
    app.post('/api/auth/register', limitedBody, async (c) => {
      const wanted = parseBody(registrationContract(isCommon), await readBody(c));
      const user = orRefuse(await accounts.register(wanted, c.var.client.address));
      return c.json(userBody(user), 201, JSON_UTF8);
    });

    app.post('/api/auth/login', limitedBody, async (c) => {
      const given = parseBody(loginContract, await readBody(c));
      const { headers, body } = handOver(orRefuse(await accounts.login(given)));
      await sessions.end(refreshTokenIn(c.req.header('cookie')));
      return c.json(body, 200, { ...JSON_UTF8, ...headers });
    });

    app.post('/api/auth/refresh', async (c) => {
      const refreshed = await sessions.refresh(refreshTokenIn(c.req.header('cookie')));
      const { headers, body } = handOver(orRefuse(refreshed));
      return c.json(body, 200, { ...JSON_UTF8, ...headers });
    });

    app.post('/api/auth/logout', async (c) => {
      await sessions.end(refreshTokenIn(c.req.header('cookie')));
      return c.body(null, 204, { 'set-cookie': endedCookie });
    });

    app.get('/api/me', async (c) => {
      parseQuery(noQuery, queryOf(c));
      return c.json(userBody(orRefuse(await accounts.me(c.var.caller))), 200, JSON_UTF8);
    });

    app.post('/api/me/password', limitedBody, async (c) => {
      const contract = passwordChangeContract(isCommon);
      const { old, new: wanted } = parseBody(contract, await readBody(c));
      orRefuseChange(await accounts.changePassword(c.var.caller, old, wanted));
      return c.body(null, 204, { 'set-cookie': endedCookie });
    });

    app.get('/api/admin/users', async (c) => {
      const { limit, after } = parseQuery(usersQuery, queryOf(c));
      const users = orRefuse(await accounts.list(c.var.caller, limit, after));
      return c.json({ items: users.map(userBody) }, 200, JSON_UTF8);
    });
  };
}
