import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openApi } from '../../src/openapi.ts';
import { startApp } from '../support/app.ts';

const app = await startApp();
afterAll(() => app.stop());

describe('openapi.json', () => {
  it('says what the contracts say: if not, run the script "openapi"', () => {
    expect(JSON.parse(readFileSync('openapi.json', 'utf8'))).toEqual(openApi);
  });

  it('describes every route, and no other', () => {
    const described = Object.entries(openApi.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // What is for people, and the document itself.
    const others = /^\/(docs.*|assets\/.*|openapi\.json)?$/;
    const routes = app.routes
      .filter(({ method, path }) => method !== 'HEAD' && !others.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(routes.sort());
  });

  it('is published, with a page that loads nothing from elsewhere', async () => {
    expect((await app.request('GET', '/openapi.json')).body).toEqual(openApi);
    const { body, headers } = await app.request('GET', '/docs');
    for (const path of Object.keys(openApi.paths)) expect(body).toContain(path);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await app.request('GET', '/docs/style.css')).headers['content-type']).toMatch(
      'text/css',
    );
  });

  it('is hidden in production, unless it is meant to be public', async () => {
    for (const [environment, status] of [
      [{ NODE_ENV: 'production' }, 404],
      [{ NODE_ENV: 'production', DOCS_PUBLIC: 'true' }, 200],
    ] as const) {
      const production = await startApp(environment);
      expect((await production.request('GET', '/docs')).status).toBe(status);
      expect((await production.request('GET', '/openapi.json')).status).toBe(status);
      await production.stop();
    }
  });
});
