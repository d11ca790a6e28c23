import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

test('a registry that does not answer: exit 3, the project stays and is committed', async () => {
  const home = scratch();
  const cwd = folderIn(home, 'work');
  // Nobody listens on the discard port.
  writeFileSync(join(home, '.npmrc'), 'registry=http://127.0.0.1:9/\nfetch-retries=0\n');
  const words = ['app', '--preset', 'minimal', '--json'];
  const { code, stdout, stderr } = await program(words, { cwd, env: { HOME: home } });
  expect(code).toBe(3);
  const { steps, next } = JSON.parse(stdout);
  expect(steps.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok])).toEqual([
    ['write', true],
    ['install', false],
    ['git', true],
  ]);
  expect(steps[1].detail).toContain(`cd ${join(cwd, 'app')} && npm install`);
  expect(stderr).toContain('ECONNREFUSED');
  expect(next).toContain('npm install');
  expect(existsSync(join(cwd, 'app', 'roadmap.json'))).toBe(true);
});
