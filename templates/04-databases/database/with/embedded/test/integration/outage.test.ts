import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { request } from '../support/request.ts';
import { openTestStorage } from '../support/storage.ts';

let down = false;
let url: string;
let backend: Awaited<ReturnType<typeof compose>>;

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
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' });
  backend = await compose(config, { open: openUnreliable });
  url = await backend.start();
});
afterAll(() => backend.stop());

it('lives without its database, says that it is not ready, and recovers by itself', async () => {
  down = true;
  expect((await request('GET', `${url}/livez`)).status).toBe(200);
  expect(await request('GET', `${url}/readyz`)).toMatchObject({
    status: 503,
    body: { status: 'unavailable', checks: { database: { ok: false } } },
  });
  const answer = await request('GET', `${url}/some-code`);
  expect(answer.status).toBe(503);
  expect(JSON.stringify(answer.body)).not.toContain('db.internal');
  down = false;
  expect((await request('GET', `${url}/some-code`)).status).toBe(404);
  expect((await request('GET', `${url}/readyz`)).status).toBe(200);
});
