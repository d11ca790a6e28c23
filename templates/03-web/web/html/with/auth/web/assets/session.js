import { ApiError, createApi } from './api.js';

/** Goes on when the page is left meanwhile: a new cookie that never arrives ends the session. */
const keeping = (url, request) => fetch(url, { ...request, keepalive: true });

const ask = createApi({ base: '/api/auth', send: keeping });

/** Tabs take turns with the cookie they share: used twice at once, it ends the session. */
const inTurn = (work) => (navigator.locks ? navigator.locks.request('session', work) : work());

/** Who is logged in has changed: all tabs begin anew, and nothing of the one before is left. */
const changes = new BroadcastChannel('session');
changes.addEventListener('message', () => location.reload());

/**
 * Knows who is logged in. The access token is in the memory of this tab only; what outlives it is
 * a cookie that no script can read.
 */
export function createSession() {
  let token;
  let renewing;
  let enter;
  const entered = new Promise((resolve) => {
    enter = resolve;
  });

  const renewed = async () => {
    token = (await ask('POST', '/refresh')).accessToken;
    enter();
  };

  /** However many requests find their token too old, it is renewed once. */
  const renew = () => {
    renewing ??= inTurn(renewed).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };

  const signed = (url, { headers, ...request }) =>
    fetch(url, { ...request, headers: { ...headers, authorization: `Bearer ${token}` } });

  return {
    /** @returns whether somebody was logged in when the page was left */
    resume: () => renew().then(() => true, ifNobody),

    register: (account) => ask('POST', '/register', account),

    async login(account) {
      token = (await inTurn(() => ask('POST', '/login', account))).accessToken;
      changes.postMessage('login');
      enter();
    },

    async logout() {
      await inTurn(() => ask('POST', '/logout'));
      changes.postMessage('logout');
      location.reload();
    },

    /** Does what `fetch` does, once somebody is logged in, and as them. */
    async send(url, request) {
      await entered;
      const used = token;
      const answer = await signed(url, request);
      if (answer.status !== 401) return answer;
      if (used === token && !(await renew().then(() => true, ifNobody))) return startAgain();
      return signed(url, request);
    },
  };
}

function ifNobody(error) {
  if (error instanceof ApiError && error.status === 401) return false;
  throw error;
}

/** The session is over. Who waits for an answer does so until the page is gone. */
function startAgain() {
  location.reload();
  return new Promise(() => {});
}
