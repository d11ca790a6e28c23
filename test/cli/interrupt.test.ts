import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeProgram } from '../support/fake-program.ts';
import { listing } from '../support/listing.ts';
import { startProgram } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

const slowInstall =
  'mkdir -p node_modules/half && echo 1 > node_modules/half/file; echo {} > package-lock.json; echo begun; exec sleep 30';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s while installing takes back all that was made: exit 130',
  async (signal) => {
    const home = scratch();
    const cwd = folderIn(home, 'work');
    const PATH = fakeProgram(home, 'npm', slowInstall);
    writeFileSync(join(cwd, 'mine.txt'), 'mine');
    const before = listing(cwd);
    const running = startProgram(['new/deep/app', '--preset', 'minimal'], { cwd, env: { PATH } });
    await running.printed('begun');
    running.kill(signal);
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Cancelled.\nNothing was left behind.');
    expect(listing(cwd)).toEqual(before);
  },
);

test('in a folder that existed, what was there before stays', async () => {
  const home = scratch();
  const cwd = folderIn(home, 'work');
  const app = folderIn(cwd, 'app');
  const PATH = fakeProgram(home, 'npm', slowInstall);
  writeFileSync(join(app, 'LICENSE'), 'mine');
  const before = listing(cwd);
  const words = ['app', '--preset', 'minimal', '--json'];
  const running = startProgram(words, { cwd, env: { PATH } });
  await running.printed('begun');
  running.kill('SIGINT');
  const { code, stdout } = await running.ended;
  expect(code).toBe(130);
  expect(JSON.parse(stdout).error.code).toBe('cancelled');
  expect(listing(cwd)).toEqual(before);
});

test('a file that somebody else put there meanwhile stays, and its folder with it', async () => {
  const home = scratch();
  const cwd = folderIn(home, 'work');
  const PATH = fakeProgram(home, 'npm', `echo theirs > src/theirs.txt; ${slowInstall}`);
  const running = startProgram(['app', '--preset', 'minimal'], { cwd, env: { PATH } });
  await running.printed('begun');
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  expect(Object.keys(listing(cwd))).toEqual(['app', 'app/src', 'app/src/theirs.txt']);
});

test('while committing takes the repository back as well', async () => {
  const home = scratch();
  const cwd = folderIn(home, 'work');
  const hooks = folderIn(home, 'hooks');
  writeFileSync(join(home, '.gitconfig'), `[core]\nhooksPath = ${hooks}\n`);
  const marker = join(home, 'committing');
  writeFileSync(join(hooks, 'pre-commit'), `#!/bin/sh\ntouch ${marker}\nexec sleep 30\n`, {
    mode: 0o755,
  });
  const running = startProgram(['app', '--preset', 'minimal', '--no-install'], {
    cwd,
    env: { HOME: home },
  });
  const isCommitting = expect.poll(() => existsSync(marker), { timeout: 20_000 }).toBe(true);
  // When it ends without, what it said is the reason.
  await Promise.race([isCommitting, running.ended.then((it) => expect(it).toBeUndefined())]);
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  expect(listing(cwd)).toEqual({});
});

test('while waiting for recorded answers on standard input ends at once', async () => {
  const cwd = scratch();
  const running = startProgram(['app', '--from', '-'], { cwd, input: null });
  await setTimeout(1000);
  running.kill('SIGINT');
  expect((await running.ended).code).toBe(130);
  expect(listing(cwd)).toEqual({});
});
