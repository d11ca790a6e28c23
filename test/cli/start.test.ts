import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOptions, talkOptions } from '../../src/cli/options.ts';
import { packageFolder, program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

test('--version prints the version of the package and nothing else', async () => {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  for (const word of ['--version', '-v']) {
    const { code, stdout, stderr } = await program([word], { cwd: scratch() });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
  }
});

test('--help names every option, wherever it stands', async () => {
  const { code, stdout } = await program(['app', '--http', 'hono', '--help'], { cwd: scratch() });
  expect(code).toBe(0);
  const positive = Object.keys({ ...createOptions, ...talkOptions }).filter(
    // Said when it exists; and where the answer is yes by itself, only the no is worth a line.
    (it) => !['history', 'install', 'git'].includes(it),
  );
  for (const option of positive) expect(stdout).toContain(`--${option}`);
});

test('the help fits a terminal of 100 columns', async () => {
  const { stdout } = await program(['--help'], { cwd: scratch() });
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});

test('behind -- it is a folder, not a cry for help', async () => {
  const { code, stderr } = await program(['--', '--help'], { cwd: scratch() });
  expect(code).toBe(2);
  expect(stderr).toContain('--reached');
});
