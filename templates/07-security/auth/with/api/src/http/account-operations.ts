import {
  accessContract,
  loginContract,
  passwordChangeContract,
  registrationContract,
  userContract,
  usersContract,
  usersQuery,
} from './account-contracts.ts';
import { isGuarded } from './guard.ts';
import type { Operation, Protection, Schemas } from './openapi.ts';

/** What is common is no matter of the wire. */
const isCommon = () => false;
const registration = registrationContract(isCommon);
const passwordChange = passwordChangeContract(isCommon);

export const accountSchemas: Schemas = {
  Access: accessContract,
  Credentials: loginContract,
  PasswordChange: passwordChange,
  Registration: registration,
  User: userContract,
  Users: usersContract,
};

export const protection: Protection = {
  schemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
  covers: isGuarded,
};

const cookie = { Cookie: 'The refresh token, as __Host-refresh; browsers send it by themselves.' };

export const accountOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/auth/register',
    id: 'register',
    summary: 'Make an account; it has no session yet',
    body: registration,
    answers: { 201: userContract },
    problems: [400, 409, 413, 415, 422, 429],
  },
  {
    method: 'post',
    path: '/api/auth/login',
    id: 'login',
    summary: 'Begin a session: an access token, and a refresh token as a cookie',
    body: loginContract,
    answers: { 200: accessContract },
    problems: [400, 401, 413, 415, 422, 429],
  },
  {
    method: 'post',
    path: '/api/auth/refresh',
    id: 'refresh',
    summary: 'Exchange the refresh token for new tokens; used twice, it ends the session',
    headers: cookie,
    answers: { 200: accessContract },
    problems: [401, 403],
  },
  {
    method: 'post',
    path: '/api/auth/logout',
    id: 'logout',
    summary: 'End the session',
    headers: cookie,
    answers: { 204: 'Ended' },
    problems: [403],
  },
  {
    method: 'get',
    path: '/api/me',
    id: 'me',
    summary: 'Show whose token this is',
    answers: { 200: userContract },
    problems: [400],
  },
  {
    method: 'post',
    path: '/api/me/password',
    id: 'changePassword',
    summary: 'Change the password, and end all sessions',
    body: passwordChange,
    answers: { 204: 'Changed' },
    problems: [400, 403, 413, 415, 422, 429],
  },
  {
    method: 'get',
    path: '/api/admin/users',
    id: 'listUsers',
    summary: 'List accounts, in the order of their ids',
    query: usersQuery,
    answers: { 200: usersContract },
    problems: [400, 403],
  },
];
