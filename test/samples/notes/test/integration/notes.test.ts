import { afterAll, expect, it } from 'vitest';
import { logIn } from '../support/accounts.ts';
import { startApp } from '../support/app.ts';
import { anEmail } from '../support/sign-in.ts';

const app = await startApp();
afterAll(() => app.stop());

it('is remembered, listed and forgotten by its owner', async () => {
  const made = await app.request('POST', '/api/notes', { text: 'milk' });
  expect(made).toMatchObject({ status: 201, body: { text: 'milk' } });
  const list = () => app.request('GET', '/api/notes');
  expect((await list()).body.items).toEqual([made.body]);
  const { status } = await app.request('DELETE', made.headers.location ?? '');
  expect([status, (await list()).body.items]).toEqual([204, []]);
});

it('is nothing to anybody else', async () => {
  const { headers } = await app.request('POST', '/api/notes', { text: 'secret' });
  const other = await logIn(app.url, anEmail());
  for (const method of ['GET', 'DELETE']) {
    const path = headers.location ?? '';
    expect((await app.request(method, path, undefined, other)).status).toBe(404);
  }
  expect((await app.request('GET', '/api/notes', undefined, other)).body.items).toEqual([]);
});

it('must have a text', async () => {
  expect((await app.request('POST', '/api/notes', { text: '' })).status).toBe(422);
});
