import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { httpContract } from '../http-contract/http-contract.ts';
import { emptyDatabase, hasServer } from '../samples/server-database.ts';
import { type Started, started, unlimited } from '../samples/started.ts';
import { type User, user } from './user.ts';

const layers = new Set(['http', 'fastify', 'domain', 'database', 'postgres', 'api']);

describe.each(Object.keys(inject('nodes')))('somebody with Node %s', (version) => {
  let somebody: User;
  let project: string;
  beforeAll(() => {
    somebody = user(version);
    project = join(somebody.folder, 'demo');
  });

  it('has this version', async () => {
    expect((await somebody.does(somebody.folder, 'node', '--version')).trim()).toBe(version);
  });

  it('creates a project by npm create, installed and committed, under engine-strict', async () => {
    const words = ['create', '--yes', 'backend-roadmap@latest', 'demo', '--'];
    const answers = ['--layers', 'api,database', '--yes'];
    const said = await somebody.does(somebody.folder, 'npm', ...words, ...answers);
    expect(said).toContain('npm run dev');
    expect(said).not.toMatch(/EBADENGINE/);
    expect(existsSync(join(project, 'node_modules'))).toBe(true);
    const commits = await somebody.does(project, 'git', 'log', '--format=%an');
    expect(commits.trim().split('\n')).toEqual(['Somebody']);
    expect(await somebody.does(project, 'git', 'status', '--porcelain')).toBe('');
    const ignored = await somebody.does(project, 'git', 'ls-files');
    expect(ignored).toContain('package-lock.json');
    expect(ignored).not.toMatch(/node_modules|\.env$/m);
  });

  it('passes all the tests of the project', async () => {
    expect(await somebody.does(project, 'npm', 'test')).toMatch(/Tests +\d+ passed/);
  });

  it('passes npm run ci, after npm ci', async () => {
    await somebody.does(project, 'npm', 'ci');
    await somebody.does(project, 'npm', 'run', 'ci');
    expect(await somebody.does(project, 'git', 'status', '--porcelain')).toBe('');
  });

  describe('runs npm start', () => {
    let backend: Started;
    beforeAll(async () => {
      const variables = { ...somebody.variables, ...unlimited };
      backend = await started(project, { command: ['npm', 'start'], variables });
      return async () => {
        await backend.stop();
        await expect(fetch(backend.url)).rejects.toThrow();
      };
    });
    httpContract({ url: () => backend.url, layers });
  });

  it.runIf(hasServer)('runs npm run dev with a server', async () => {
    const variables = { ...somebody.variables, DATABASE_URL: await emptyDatabase() };
    const backend = await started(project, { command: ['npm', 'run', 'dev'], variables });
    expect((await fetch(`${backend.url}/readyz`)).status).toBe(200);
    await backend.stop('SIGKILL');
  });

  it('needs nothing of us at run time', () => {
    const manifest = readFileSync(join(project, 'package.json'), 'utf8');
    expect(manifest).not.toContain('backend-roadmap');
    expect(existsSync(join(project, 'node_modules', 'create-backend-roadmap'))).toBe(false);
  });
});
