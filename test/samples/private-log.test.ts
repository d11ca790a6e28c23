import { expect, it } from 'vitest';
import { exchange } from '../http-contract/exchange.ts';
import { expectProblem } from '../http-contract/expect-problem.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { emptyDatabase, hasServer, query } from './server-database.ts';
import { started } from './started.ts';
import { written } from './written.ts';

it.runIf(hasServer)(
  'a database that refuses an account does not bring it into the log',
  async () => {
    const folder = written(sampleWith('auth', 'postgres'));
    const DATABASE_URL = await emptyDatabase();
    await runWell(folder, ['npm', 'run', 'build']);
    const backend = await started(folder, { variables: { DATABASE_URL } });
    // The failing row is what PostgreSQL then tells, and Drizzle all that was sent.
    await query(DATABASE_URL, 'alter table users add constraint closed check (false)');
    const answer = await exchange(backend.url, {
      method: 'POST',
      path: '/api/auth/register',
      body: { email: 'ada@example.com', password: 'a horse, a battery, a staple' },
    });
    expectProblem(answer, 500);
    expect(answer.text).not.toMatch(/closed|users/);
    expect(await backend.stop()).toBe(0);
    expect(backend.log()).toMatch(/"level":50.*violates check constraint/);
    expect(backend.log()).not.toMatch(/ada@|example\.com|argon2|horse/);
  },
);
