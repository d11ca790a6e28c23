import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageManagers } from '../../src/roadmap/answers.ts';
import { lockedProject } from '../samples/locked-project.ts';
import { seed, treeOf } from '../samples/samples.ts';
import { shellBlocks } from '../samples/shell-blocks.ts';
import { shell, shellWell } from './docker.ts';
import { sample } from './sample.ts';

/** Building takes long: npm's and, as the commit decides, one other. */
const others = packageManagers.filter((it) => it !== 'npm');
const tried = ['npm', others[seed % others.length] ?? 'pnpm'] as const;

describe.each(tried)('the image of a project with %s', (packageManager) => {
  let folder: string;
  let said: readonly string[];
  beforeAll(async () => {
    folder = await lockedProject(sample, packageManager);
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=debug\n');
    const page = treeOf(sample).get('docs/roadmap/06-deployment.md')?.contents ?? '';
    const [commands = []] = shellBlocks(page).filter(([first]) => first?.startsWith('docker'));
    said = await commands.reduce<Promise<readonly string[]>>(
      async (before, command) => [...(await before), await shellWell(folder, command)],
      Promise.resolve([]),
    );
  });
  const inside = (script: string, options = '') =>
    shell(folder, `docker run --rm ${options} links sh -c '${script}'`);

  it('is built by the commands of the page, which show an ordinary user and what is in it', () => {
    expect(said).toHaveLength(3);
    expect(said[1]).toMatch(/uid=1000\(node\)/);
    expect(said[2]?.split('\n')).toEqual(
      expect.arrayContaining(['dist', 'migrations', 'node_modules', 'openapi.json', 'web']),
    );
  });

  it('holds no secrets, no sources and no tests', async () => {
    expect(said[2]).not.toMatch(/^(\.env.*|src|test|\.git.*|docs|\.data)$/m);
    const { all } = await inside('find / -xdev -name ".env*" 2>/dev/null');
    expect(all).toBe('');
  });

  it('holds no package that is only for development', async () => {
    const packages = ['typescript', 'vitest', 'tsx', '@biomejs/biome', '@electric-sql/pglite'];
    for (const name of packages) {
      const { exitCode } = await inside(`test -e node_modules/${name}`);
      expect(exitCode, name).toBe(1);
    }
    const paths = packages.map((name) => `-path "*/${name}/package.json"`).join(' -o ');
    const { all } = await inside(`find node_modules ${paths}`);
    expect(all).toBe('');
  });

  it('can load what it runs with, on a file system that it cannot write to', async () => {
    const locked = '--read-only --cap-drop=ALL --security-opt=no-new-privileges';
    const { exitCode, all } = await inside('node dist/main.js', locked);
    expect(exitCode).toBe(1);
    expect(all).toContain('AUTH_PRIVATE_KEY must be set in production');
    expect((await inside('touch /app/anything', locked)).all).toMatch(/Read-only file system/);
  });
});
