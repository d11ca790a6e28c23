import { describe, expect, test } from 'vitest';
import { type CreateArguments, parseArguments } from '../../src/cli/arguments.ts';

function parsed(...argv: string[]): CreateArguments {
  const said = parseArguments(argv);
  if (said.command !== 'create') throw new Error('not a create');
  return said;
}

describe('arguments', () => {
  test('nothing said leaves everything open, with git as the default', () => {
    expect(parsed()).toEqual({
      command: 'create',
      dir: undefined,
      scope: undefined,
      from: undefined,
      without: [],
      choices: {},
      packageManager: undefined,
      install: undefined,
      git: true,
      history: false,
      yes: false,
      dryRun: false,
    });
  });

  test('create may be said, and then names a folder that is called like a command', () => {
    expect(parsed('create', 'app').dir).toBe('app');
    expect(parsed('create', 'add').dir).toBe('add');
  });

  test('a number and a name both say how far', () => {
    expect(parsed('--reached', '5').scope).toEqual({ reached: 5 });
    expect(parsed('--reached=apis').scope).toEqual({ reached: 'apis' });
  });

  test('lists are split at commas and add up', () => {
    const said = parsed('--layers', 'api, database', '--layers=cache', '--without', 'web,,auth');
    expect(said.scope).toEqual({ layers: ['api', 'database', 'cache'] });
    expect(said.without).toEqual(['web', 'auth']);
  });

  test('an empty list of layers means none of them', () => {
    expect(parsed('--layers', '').scope).toEqual({ layers: [] });
  });

  test('a lone dash is the value of --from', () => {
    expect(parsed('--from', '-').from).toBe('-');
  });

  test('what stands behind -- is a folder, even when it looks like an option', () => {
    expect(parsed('--yes', '--', '--odd').dir).toBe('--odd');
  });

  test.each([
    [['--reachd', '3'], /no option --reachd/, /--reached\?/],
    [['--zzzzzzzzzz'], /no option --zzzzzzzzzz/, /--help/],
    [['-x'], /no option -x/, /--help/],
    [['--http'], /--http needs a value/, /--help/],
    [['--http', '--database', 'x'], /--http needs a value/, /--help/],
    [['--http', 'hono', '--http', 'express'], /--http is said twice/, /--help/],
    [['--yes=no'], /--yes takes no value/, /--help/],
    [['--pm', 'npn'], /"npn" is not a value of --pm/, /"npm"/],
    [['--preset', 'full'], /"full" is not a value of --preset/, /everything/],
    [['--install', '--no-install'], /--install and --no-install/, /--help/],
    [['--git', '--no-git'], /--git and --no-git/, /--help/],
    [['--reached', '3', '--preset', 'minimal'], /--reached and --preset/, /one of them/],
    [['--from', '-', '--layers', 'api'], /--layers and --from/, /one of them/],
    [['app', '5'], /what is "5"/, /behind a --/],
    [[''], /empty/, /--help/],
    [['stages', 'all'], /stages takes no "all"/, /--help/],
    [['stages', '--http', 'hono'], /no option --http/, /--help/],
  ])('%j is refused with the reason and what to do', (argv, message, fix) => {
    expect(() => parseArguments(argv)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: expect.stringMatching(message),
        fix: expect.stringMatching(fix),
      }),
    );
  });
});
