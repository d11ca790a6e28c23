import { expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { anEmail, password } from '../support/sign-in.ts';

it('registrations are limited for each address', async () => {
  // One of the two is the test's own user.
  const app = await startApp({ LIMIT_REGISTRATIONS: '2' });
  const register = () => app.request('POST', '/api/auth/register', { email: anEmail(), password });
  expect((await register()).status).toBe(201);
  const refused = await register();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000);
  await app.stop();
});
