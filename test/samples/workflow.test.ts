import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/render/package-manager.ts';
import { lockedProject } from './locked-project.ts';
import { runWell, type Variables } from './run.ts';
import { sampleWith, treeOf } from './samples.ts';
import { emptyDatabase, hasServer } from './server-database.ts';
import { shellJobs } from './workflow-steps.ts';

const sample = sampleWith('github-actions', 'postgres', 'api', 'auth', 'cache', 'web', 'hardening');
const workflow = treeOf(sample).get('.github/workflows/ci.yml')?.contents ?? '';
const jobs = new Map(shellJobs(workflow).map((job) => [job.name, job]));

const { REDIS_URL } = process.env;

describe.runIf(hasServer && REDIS_URL)(
  'the steps of the workflow, in a project fresh from its commit',
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await lockedProject(sample, 'npm');
    });

    /** As GitHub's runner does it: a shell for each step, which ends at the first failure. */
    async function runJob(name: string, servers: Variables = {}): Promise<string> {
      const { scripts = [], variables = {} } = jobs.get(name) ?? {};
      const here = Object.keys(variables).map((it) => [it, servers[it]] as const);
      // The registry here does not answer what npm audit asks.
      const { audit } = commandsOf('npm');
      let said = '';
      for (const script of scripts.filter((it) => it.trim() !== audit)) {
        const command = ['bash', '-eo', 'pipefail', '-c', script] as const;
        said += await runWell(folder, command, { CI: 'true', ...Object.fromEntries(here) });
      }
      return said;
    }

    it('check: install what the lock file says, and hold with the real servers', async () => {
      expect(Object.keys(jobs.get('check')?.variables ?? {})).toEqual([
        'DATABASE_URL',
        'REDIS_URL',
      ]);
      const said = await runJob('check', { DATABASE_URL: await emptyDatabase(), REDIS_URL });
      expect(said).toMatch(/added \d+ packages/);
      expect(said).toMatch(/Tests +\d+ passed/);
      expect(existsSync(join(folder, 'dist/main.js'))).toBe(true);
    });

    it('dependencies: list what runs in production, and nothing else', async () => {
      await runJob('dependencies');
      const text = readFileSync(join(folder, 'sbom.json'), 'utf8');
      const { bomFormat, components } = JSON.parse(text);
      const names = components.map(({ group, name }: Record<string, string>) =>
        group ? `${group}/${name}` : name,
      );
      expect(bomFormat).toBe('CycloneDX');
      expect(names).toContain('fastify');
      expect(names).not.toContain('vitest');
    });
  },
);
