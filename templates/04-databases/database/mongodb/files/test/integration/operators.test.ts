import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

it.each([
  [{ url: { $ne: null } }],
  [{ url: 'https://example.com/', code: { $gt: '' } }],
  [{ url: 'https://example.com/', $where: 'true' }],
])('takes no operator for a value: %j', async (body) => {
  expect((await app.request('POST', '/api/links', body)).status).toBe(422);
});
