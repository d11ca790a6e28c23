import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { openTestStorage } from '../support/storage.ts';

let down = false;
let app: TestApp;

async function openUnreliable() {
  const storage = await openTestStorage();
  const unlessDown =
    <Arguments extends unknown[], Value>(work: (...given: Arguments) => Promise<Value>) =>
    (...given: Arguments) =>
      down ? Promise.reject(new Error('connect to db.internal failed')) : work(...given);
  const links = { ...storage.links, find: unlessDown(storage.links.find) };
  return { ...storage, links, checks: { database: unlessDown(storage.checks.database) } };
}

beforeAll(async () => {
  app = await startApp({}, openUnreliable);
});
afterAll(() => app.stop());

it('lives without its database, says that it is not ready, and recovers by itself', async () => {
  down = true;
  expect((await app.request('GET', '/livez')).status).toBe(200);
  expect(await app.request('GET', '/readyz')).toMatchObject({
    status: 503,
    body: { status: 'unavailable', checks: { database: { ok: false } } },
  });
  const answer = await app.request('GET', '/some-code');
  expect(answer.status).toBe(503);
  expect(JSON.stringify(answer.body)).not.toContain('db.internal');
  down = false;
  expect((await app.request('GET', '/some-code')).status).toBe(404);
  expect((await app.request('GET', '/readyz')).status).toBe(200);
});
