import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hash, listing } from '../support/listing.ts';
import { program } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

const quick = ['--no-install', '--no-git'];

async function json(words: readonly string[], cwd: string, input = '') {
  const { code, stdout, stderr } = await program([...words, '--json'], { cwd, input });
  return { code, stderr, result: JSON.parse(stdout) };
}

describe('a project', () => {
  test('is told as one JSON object of the shape that was promised', async () => {
    const cwd = scratch();
    const { code, result } = await json(['app', '--layers', 'database', ...quick], cwd);
    expect(code).toBe(0);
    expect(result).toEqual({
      project: { name: 'app', dir: join(cwd, 'app') },
      stages: [1, 2, 4],
      layers: ['http', 'domain', 'database'],
      choices: { http: 'fastify', database: 'postgres' },
      implied: [],
      files: expect.any(Number),
      steps: [{ name: 'write', ok: true }],
      next: ['cd app', 'npm install', 'npm run dev', 'open http://localhost:3000'],
      command: expect.stringMatching(
        /^npm create backend-roadmap@\S+ app -- --layers database --pm npm --yes$/,
      ),
    });
    const files = Object.values(listing(join(cwd, 'app'))).filter((it) => it.startsWith('file'));
    expect(files).toHaveLength(result.files);
  });

  test('has a roadmap.json with the hash of every other file', async () => {
    const cwd = scratch();
    await program(['app', '--preset', 'minimal', ...quick], { cwd });
    const roadmap = JSON.parse(readFileSync(join(cwd, 'app', 'roadmap.json'), 'utf8'));
    const found = Object.entries(listing(join(cwd, 'app')))
      .filter(([path, it]) => it.startsWith('file') && path !== 'roadmap.json')
      .map(([path]) => [path, hash(readFileSync(join(cwd, 'app', path)))]);
    expect(roadmap.files).toEqual(Object.fromEntries(found));
  });

  test('is recreated, byte for byte, by the command that it ends with', async () => {
    const cwd = scratch();
    const words = ['app', '--reached', '5', '--database', 'memory', ...quick];
    const { result } = await json(words, cwd);
    const again = folderIn(cwd, 'again');
    const [, said] = result.command.split(' -- ');
    const { code } = await program(['app', ...said.split(' '), ...quick], { cwd: again });
    expect(code).toBe(0);
    expect(listing(join(again, 'app'))).toEqual(listing(join(cwd, 'app')));
  });

  test('is recreated from its roadmap.json, by path and from standard input', async () => {
    const cwd = scratch();
    const folders = ['one', 'two', 'three'].map((it) => folderIn(cwd, it));
    const [one = '', two = '', three = ''] = folders;
    await program(['app', '--layers', 'database', '--pm', 'pnpm', ...quick], { cwd: one });
    const from = join(one, 'app', 'roadmap.json');
    const input = readFileSync(from, 'utf8');
    expect((await program(['app', '--from', from, ...quick], { cwd: two })).code).toBe(0);
    expect((await program(['app', '--from', '-', ...quick], { cwd: three, input })).code).toBe(0);
    const original = listing(join(one, 'app'));
    expect(listing(join(two, 'app'))).toEqual(original);
    expect(listing(join(three, 'app'))).toEqual(original);
  });

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'is not a roadmap.json'],
    ['{"answers":{"layers":"api"}}', 'answers.layers'],
    ['', 'is not JSON'],
  ])('is not made from %j', async (input, told) => {
    const cwd = scratch();
    const { code, result } = await json(['app', '--from', '-'], cwd, input);
    expect(code).toBe(2);
    expect(result.error).toMatchObject({ code: 'usage', message: expect.stringContaining(told) });
    expect(listing(cwd)).toEqual({});
  });

  test('is not made from a file that cannot be read', async () => {
    const cwd = scratch();
    for (const from of ['nowhere.json', '.']) {
      const { code, stderr } = await program(['app', '--from', from], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain(`${from} cannot be read`);
    }
    expect(listing(cwd)).toEqual({});
  });
});

describe('choices', () => {
  test('naming one selects its layer', async () => {
    const words = ['app', '--preset', 'minimal', '--database', 'postgres', ...quick];
    const { result } = await json(words, scratch());
    expect(result.layers).toContain('database');
    expect(result.choices.database).toBe('postgres');
  });

  test('memory means that there is no database layer', async () => {
    const { result } = await json(
      ['app', '--reached', '4', '--database', 'memory', ...quick],
      scratch(),
    );
    expect(result.layers).not.toContain('database');
    expect(result.choices).not.toHaveProperty('database');
  });

  test('what is left out is said with the reason', async () => {
    const words = ['app', '--reached', '4', '--database', 'memory', ...quick];
    const { stdout } = await program(words, { cwd: scratch() });
    expect(stdout).toMatch(/Left out +database, because it is left out by memory/);
  });
});

describe('a dry run', () => {
  test('shows every file with its size, and writes nothing', async () => {
    const cwd = scratch();
    const { code, stdout } = await program(['app', '--preset', 'minimal', '--dry-run'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\d B {2}.editorconfig\n/);
    expect(stdout).toMatch(/ {2}src\/\n/);
    expect(stdout).toContain('Nothing was written.');
    expect(listing(cwd)).toEqual({});
  });

  test('tells a program the same, and agrees with what is written then', async () => {
    const cwd = scratch();
    const words = ['app', '--preset', 'minimal', '--no-install', '--no-git'];
    const dry = await json([...words, '--dry-run'], cwd);
    expect(listing(cwd)).toEqual({});
    const wet = await json(words, cwd);
    const { tree, steps, ...same } = dry.result;
    expect(steps).toEqual([]);
    expect({ ...same, steps: wet.result.steps }).toEqual(wet.result);
    for (const { path, bytes } of tree) {
      expect(readFileSync(join(cwd, 'app', path)).length).toBe(bytes);
    }
    expect(tree).toHaveLength(wet.result.files);
  });
});

describe('who listens', () => {
  test('--quiet says nothing when all is well', async () => {
    const words = ['app', '--preset', 'minimal', '--quiet', ...quick];
    expect(await program(words, { cwd: scratch() })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('who stops reading does not lose the project', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'list.sh'), '"$@" | head -n 1 >/dev/null\n');
    const { bin } = await import('../support/program.ts');
    const words = [process.execPath, bin, 'app', '--preset', 'minimal', ...quick];
    execFileSync('sh', ['list.sh', ...words], { cwd, stdio: 'pipe' });
    expect(listing(cwd)).toHaveProperty(['app/roadmap.json']);
  });

  test('next steps speak the package manager that started us', async () => {
    const { stdout } = await program(['app', '--preset', 'minimal', '--json', ...quick], {
      cwd: scratch(),
      env: { npm_config_user_agent: 'pnpm/10.1.0 npm/? node/v20.20.2 linux x64' },
    });
    const { next, command } = JSON.parse(stdout);
    expect(next.slice(1, 3)).toEqual(['pnpm install', 'pnpm run dev']);
    expect(command).toMatch(
      /^pnpm create backend-roadmap@\S+ app --preset minimal --pm pnpm --yes$/,
    );
  });

  test('--pm outweighs the one that started us', async () => {
    const words = ['app', '--preset', 'minimal', '--pm', 'bun', '--json', ...quick];
    const { stdout } = await program(words, {
      cwd: scratch(),
      env: { npm_config_user_agent: 'yarn/4.5.0 npm/? node/v20.20.2 linux x64' },
    });
    expect(JSON.parse(stdout).next.slice(1, 3)).toEqual(['bun install', 'bun run dev']);
  });
});
