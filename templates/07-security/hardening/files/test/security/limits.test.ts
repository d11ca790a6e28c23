import { afterEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';

const url = 'https://example.com/';
let app: TestApp;
afterEach(() => app.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
const look = async (path: string, headers = {}) =>
  (await app.request('GET', path, undefined, headers)).status;

it('limits who guesses codes, and says when to try again', async () => {
  app = await startApp({ LIMIT_NOT_FOUND: '3' });
  for (let guess = 0; guess < 3; guess++) expect(await look(`/guess-${guess}`)).toBe(404);
  const refused = await app.request('GET', '/guess-3');
  expect(refused).toMatchObject({ status: 429, body: { status: 429, title: 'Too Many Requests' } });
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
});

it('never limits redirects that succeed, whatever else was refused', async () => {
  app = await startApp({ LIMIT_NOT_FOUND: '1' });
  await app.request('POST', '/api/links', { url, code: 'known' });
  for (let click = 0; click < 3; click++) {
    await look('/unknown');
    expect(await look('/known')).toBe(302);
  }
  expect(await look('/unknown')).toBe(429);
});

it('limits writes, also those that are refused, and not reads', async () => {
  app = await startApp({ LIMIT_WRITES: '12' });
  const statuses = [];
  for (let write = 0; write < 13; write++) {
    const { status } = await app.request(write % 2 ? 'PUT' : 'POST', '/api/links', {});
    statuses.push(status);
  }
  expect(statuses[0]).toBe(422);
  expect(statuses.at(-1)).toBe(429);
  expect(await look('/livez')).toBe(200);
});

it('is not fooled by a forged X-Forwarded-For', async () => {
  app = await startApp({ LIMIT_NOT_FOUND: '1' });
  expect(await look('/unknown', from('203.0.113.1'))).toBe(404);
  expect(await look('/unknown', from('203.0.113.2'))).toBe(429);
});

it('believes as many proxies as there are, and counts what stood before them', async () => {
  app = await startApp({ LIMIT_NOT_FOUND: '1', TRUSTED_PROXIES: '1' });
  expect(await look('/unknown', from('203.0.113.1'))).toBe(404);
  expect(await look('/unknown', from('203.0.113.2'))).toBe(404);
  expect(await look('/unknown', from('198.51.100.7, 203.0.113.2'))).toBe(429);
});
