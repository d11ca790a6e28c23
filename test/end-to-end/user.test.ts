import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { httpContract } from '../http-contract/http-contract.ts';
import { type Started, started, unlimited } from '../samples/started.ts';

const layers = ['http', 'fastify', 'domain', 'database', 'postgres', 'api'];
const folder = mkdtempSync(join(tmpdir(), 'a user’s own ')); // Spaces and unicode, as users have.
const trees = new Map<string, string>();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(inject('nodes')))('somebody with Node %s', (version, node) => {
  const project = join(folder, `shorty-${version}`);
  const env = {
    PATH: [dirname(node), process.env.PATH].join(delimiter),
    npm_config_registry: inject('registry'),
    npm_config_cache: join(folder, 'cache'),
    // A version that refuses this Node is an error, not a warning.
    npm_config_engine_strict: 'true',
    NO_COLOR: '1',
  };
  const npm = async (cwd: string, ...words: string[]) => {
    const { exitCode, all } = await execa('npm', words, { cwd, env, reject: false, all: true });
    expect(exitCode, `npm ${words.join(' ')}\n${all.slice(-5000)}`).toBe(0);
    return all;
  };

  it('creates a project with one command, installed and committed', async () => {
    const options = ['--layers', 'api,database', '--pm', 'npm', '--yes'];
    await npm(
      folder,
      'create',
      '--yes',
      'backend-roadmap@latest',
      `shorty-${version}`,
      '--',
      ...options,
    );
    const { stdout } = await execa('git', ['status', '--porcelain'], { cwd: project });
    expect(stdout).toBe('');
    const { stdout: commits } = await execa('git', ['log', '--oneline'], { cwd: project });
    expect(commits.split('\n')).toHaveLength(1);
    trees.set(version, fingerprint(project));
  });

  it('gets every file that npm likes to leave out of packages', () => {
    expect(readdirSync(project)).toEqual(expect.arrayContaining(['.gitignore', '.env.example']));
  });

  it('merges only what passes its own checks', async () => {
    await npm(project, 'test');
    await npm(project, 'run', 'ci');
  });

  describe('starts it, and', () => {
    let backend: Started;
    beforeAll(async () => {
      backend = await started(project, {
        command: [node, 'scripts/start.js'],
        variables: unlimited,
      });
      return () => backend.stop();
    });
    httpContract({ url: () => backend.url, layers: new Set(layers), headers: () => ({}) });
  });
});

it('two Nodes write the same bytes', () => {
  const [first, second] = [...trees.values()];
  expect(first).toBeDefined();
  expect(second).toBe(first);
});

/** @returns a hash of what roadmap.json lists, which is all that was rendered, without the name */
function fingerprint(project: string): string {
  const { files } = JSON.parse(readFileSync(join(project, 'roadmap.json'), 'utf8'));
  const named = /^(?:package\.json|README\.md|AGENTS\.md|openapi\.json|src\/about\.ts)$/;
  const hashes = Object.entries(files).filter(
    ([path]) => !named.test(path) && !path.startsWith('.devcontainer'),
  );
  return createHash('sha256').update(JSON.stringify(hashes)).digest('hex');
}
