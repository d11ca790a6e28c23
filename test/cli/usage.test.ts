import { describe, expect, test } from 'vitest';
import { listing } from '../support/listing.ts';
import { program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const quick = ['--no-install', '--no-git'];

describe('without a terminal', () => {
  test('nothing is asked: exit 2 names what is missing', async () => {
    const cwd = scratch();
    const { code, stderr, stdout } = await program([], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('the folder and one of --reached, --layers, --preset, --from');
    expect(stderr).toContain('--yes for my-backend with the preset portfolio');
    expect(stdout).toBe('');
    expect(listing(cwd)).toEqual({});
  });

  test('only what is missing is named', async () => {
    const cwd = scratch();
    const { stderr: noScope } = await program(['app', '--http', 'fastify'], { cwd });
    expect(noScope).not.toContain('the folder');
    const { code, stderr: noFolder } = await program(['--reached', '2'], { cwd });
    expect(code).toBe(2);
    expect(noFolder).toContain('the folder was not said');
    expect(listing(cwd)).toEqual({});
  });

  test('--yes says my-backend and portfolio for what was not said', async () => {
    const cwd = scratch();
    const { code, stdout } = await program(['--yes', '--json', ...quick], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).project.name).toBe('my-backend');
    const portfolio = await program(['x', '--preset', 'portfolio', '--json', ...quick], { cwd });
    expect(JSON.parse(portfolio.stdout).layers).toEqual(JSON.parse(stdout).layers);
  });
});

describe('bad usage', () => {
  test.each([
    [['--reachd', '3'], 'Did you mean --reached?'],
    [['app', '--reached', '12'], 'from 1 to 11'],
    [['app', '--reached', 'databses'], 'Did you mean "databases"?'],
    [['app', '--layers', 'databse'], 'Did you mean "database"?'],
    [['app', '--layers', 'postgres'], 'database postgres'],
    [['app', '--preset', 'minimal', '--database', 'postgre'], 'Did you mean "postgres"?'],
    [['app', '--layers', 'api', '--reached', '3'], 'said together'],
    [['app', '--layers', 'database', '--database', 'memory'], 'database'],
    [['app', '--layers', 'api', '--without', 'http'], 'every project has it'],
    [['remove', '--restore', 'x'], 'no option --restore'],
    [['status', 'now'], 'status takes no "now"'],
    [['add', 'auth', '--force', '--commit'], 'cannot be said together'],
    [['add', 'auth'], 'There is no roadmap.json'],
  ])('%j is exit 2, and nothing is written', async (words, told) => {
    const cwd = scratch();
    const { code, stdout, stderr } = await program(words, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
    expect(listing(cwd)).toEqual({});
  });

  test('with --json the error is one object on standard output', async () => {
    const cwd = scratch();
    const { code, stdout } = await program(['app', '--json', '--reached', '12'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'impossible',
        message: expect.stringContaining('"12"'),
        fix: expect.stringContaining('1 to 11'),
      },
    });
  });

  test('even a mistake in the words is told as JSON, when JSON was asked for', async () => {
    const { code, stdout } = await program(['--jsn', '--json'], { cwd: scratch() });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({ code: 'usage', fix: 'Did you mean --json?' });
  });

  test('no colour codes reach a pipe', async () => {
    const { stderr } = await program(['--zzz'], { cwd: scratch() });
    expect(stderr).not.toContain('\u001b');
  });
});

test('what is coming is refused by name, with a word about it', async () => {
  const cwd = scratch();
  const { stdout } = await program(['stages', '--json'], { cwd });
  const layers: { id: string; coming: boolean }[] = JSON.parse(stdout).stages.flatMap(
    (stage: { layers: unknown[] }) => stage.layers,
  );
  for (const { id } of layers.filter(({ coming }) => coming).slice(0, 2)) {
    const { code, stderr } = await program(['app', '--layers', id], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${id} is still coming`);
  }
  expect(listing(cwd)).toEqual({});
});
