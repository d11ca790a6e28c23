import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { failedStart } from './failed-start.ts';
import { runWell } from './run.ts';
import { sampleWith } from './samples.ts';
import { written } from './written.ts';

const sample = sampleWith('api', 'postgres', 'auth', 'hardening', 'cache');

describe('a start in production', () => {
  let folder: string;
  beforeAll(async () => {
    folder = written(sample);
    await runWell(folder, ['npm', 'run', 'build']);
  });

  it('without a key says which variable, and how to make one', async () => {
    const said = await failedStart(folder, { NODE_ENV: 'production' });
    expect(said).toContain('AUTH_PRIVATE_KEY must be set');
    expect(said).toContain('openssl');
  });

  it.each([
    ['short', 'AUTH_PRIVATE_KEY', 'hunter2'],
    ['a placeholder', 'AUTH_PRIVATE_KEY', 'hunter2-changeme-please'],
    ['no key', 'AUTH_PRIVATE_KEY', 'hunter2-hunter2-hunter2-hunter2'],
    ['a placeholder', 'DATABASE_URL', 'postgres://hunter2:password@db.invalid/links'],
    ['a placeholder', 'REDIS_URL', 'redis://:changeme@hunter2.invalid'],
  ])('with a secret that is %s names %s, and not what it holds', async (_, name, value) => {
    const said = await failedStart(folder, { NODE_ENV: 'production', [name]: value });
    expect(said).toContain(name);
    expect(said).not.toMatch(/hunter2|changeme|postgres:/);
  });

  it('names all that are wrong at once', async () => {
    const [AUTH_PRIVATE_KEY, REDIS_URL] = ['changeme', 'redis://:secret@localhost'];
    const variables = { NODE_ENV: 'production', AUTH_PRIVATE_KEY, REDIS_URL };
    const said = await failedStart(folder, variables);
    for (const name of ['AUTH_PRIVATE_KEY', 'REDIS_URL']) expect(said).toContain(name);
  });

  it('has touched no data when it fails, and made no key', () => {
    expect(existsSync(join(folder, '.data'))).toBe(false);
  });
});
