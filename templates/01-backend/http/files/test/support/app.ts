import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { request } from './request.ts';
// {{#if auth}}
import { signIn, testKey } from './sign-in.ts';
// {{/if}}
import { openTestStorage } from './storage.ts';

/** Starts the whole service on a free port, with a clock that a test can put forward. */
export async function startApp(environment: NodeJS.Dict<string> = {}, open = openTestStorage) {
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    // {{#if auth}}
    AUTH_PRIVATE_KEY: testKey,
    // {{/if}}
    ...environment,
  });
  const backend = await compose(config, { clock, open });
  const url = await backend.start();
  /** What shows that a request may use the API. */
  const headers: Record<string, string> = {};
  // {{#if auth}}
  const authorize = await signIn(url, config.publicUrl);
  headers.authorization = authorize(clock());
  // {{/if}}
  return {
    url,
    headers,
    // {{#if api}}
    routes: backend.routes,
    // {{/if}}
    stop: backend.stop,

    /** The moment this far (ms) from now, as the API takes it. */
    in: (time: number) => new Date(clock().getTime() + time).toISOString(),

    /** Lets this much time (ms) pass at once. */
    pass: (time: number) => {
      ahead += time;
      // {{#if auth}}
      headers.authorization = authorize(clock());
      // {{/if}}
    },

    /** A request as somebody sends it who may use the API; a body goes as JSON, text as it is. */
    request: (method: string, path: string, body?: unknown, more = {}) =>
      request(method, url + path, body, { ...headers, ...more }),
  };
}

export type TestApp = Awaited<ReturnType<typeof startApp>>;
