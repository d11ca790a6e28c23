import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fakeInstall, fakeProgram } from '../support/fake-program.ts';
import { listing } from '../support/listing.ts';
import { program } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';
import { keys, terminal } from '../support/terminal.ts';

const quick = ['--http', 'fastify', '--no-install', '--no-git'];

describe('on a terminal', () => {
  test('five questions, each with a default, a summary, and a project', async () => {
    const home = scratch();
    const cwd = folderIn(home, 'work');
    const PATH = fakeProgram(home, 'npm', fakeInstall);
    const { shows, press, screen, ended } = terminal(['--no-git'], { cwd, env: { PATH } });
    await shows('Where?');
    await shows('my-backend');
    press(keys.enter);
    await shows('How far on the roadmap?');
    press(keys.enter);
    await shows('Adjust the layers?');
    await shows('still coming');
    press(keys.enter);
    await shows('Which of each?');
    press(keys.enter);
    await shows('This will be written');
    await shows('http (fastify)');
    await shows('Write it and run npm install');
    expect(listing(cwd)).toEqual({});
    press(keys.enter);
    await shows('What remains');
    expect(await ended).toBe(0);
    expect(screen().match(/◆/g)?.length).toBeGreaterThanOrEqual(5);
    expect(listing(cwd)).toHaveProperty(['my-backend/node_modules/some/file']);
  });

  test('what was said is not asked', async () => {
    const cwd = scratch();
    const { shows, screen, ended } = terminal(['app', '--preset', 'minimal', ...quick], { cwd });
    await shows('What remains');
    expect(await ended).toBe(0);
    expect(screen()).not.toContain('?');
  });

  test('--yes asks nothing at all', async () => {
    const cwd = scratch();
    const { screen, ended } = terminal(['--yes', ...quick], { cwd });
    expect(await ended).toBe(0);
    expect(screen()).not.toContain('◆');
    expect(listing(cwd)).toHaveProperty(['my-backend/roadmap.json']);
  });

  test('CI asks nothing, and neither does --json', async () => {
    const cwd = scratch();
    const inCi = terminal([], { cwd, env: { CI: 'true' } });
    expect(await inCi.ended).toBe(2);
    const forProgram = terminal(['--json'], { cwd });
    expect(await forProgram.ended).toBe(2);
    expect(`${inCi.screen()}${forProgram.screen()}`).not.toContain('Where');
  });

  test('a name that npm refuses is told at once, with a suggestion, and asked again', async () => {
    const cwd = scratch();
    const { shows, press, ended } = terminal(['--preset', 'minimal', ...quick], { cwd });
    await shows('Where?');
    press('My App', keys.enter);
    await shows('for example my-app');
    press(...Array.from('My App', () => '\u007f'), 'app', keys.enter);
    await shows('Shall we?');
    press(keys.enter);
    expect(await ended).toBe(0);
    expect(listing(cwd)).toHaveProperty(['app/roadmap.json']);
  });

  test('Esc goes back, with the answer that was given, and so does the last question', async () => {
    const cwd = scratch();
    const { shows, press, ended } = terminal([...quick], { cwd });
    await shows('Where?');
    press('first', keys.enter);
    await shows('How far on the roadmap?');
    press(keys.escape);
    await shows('Where?');
    await shows('first');
    press('second', keys.enter);
    await shows('How far on the roadmap?');
    press(keys.up, keys.up, keys.up, keys.up, keys.enter);
    await shows('Adjust the layers?');
    press(keys.enter);
    await shows('Which database?');
    press(keys.enter);
    await shows('Shall we?');
    press(keys.up, keys.enter);
    await shows('Which database?');
    press(keys.up, keys.enter);
    await shows('database, because it is left out by memory');
    await shows('Shall we?');
    press(keys.enter);
    expect(await ended).toBe(0);
    const found = listing(cwd);
    expect(found).toHaveProperty(['second/roadmap.json']);
    expect(found).not.toHaveProperty(['first']);
    expect(Object.keys(found).some((it) => it.startsWith('second/migrations'))).toBe(false);
  });

  test('Space takes a layer out, or puts it in', async () => {
    const cwd = scratch();
    const layersOf = (dir: string): string[] =>
      JSON.parse(readFileSync(join(cwd, dir, 'roadmap.json'), 'utf8')).answers.layers;
    await program(['offered', '--reached', '8', ...quick], { cwd });
    const { stdout } = await program(['stages', '--json'], { cwd });
    const layers: { id: string; coming: boolean; always: boolean }[] = JSON.parse(
      stdout,
    ).stages.flatMap((stage: { layers: unknown[] }) => stage.layers);
    const first = layers.find(({ coming, always }) => !coming && !always)?.id ?? '';

    const { shows, press, ended } = terminal(['changed', ...quick], { cwd });
    await shows('How far on the roadmap?');
    press(keys.enter);
    await shows('Adjust the layers?');
    press(keys.space, keys.enter);
    while ((await shows(/Which \w+|Shall we\?/)) !== 'Shall we?') press(keys.enter);
    press(keys.enter);
    expect(await ended).toBe(0);
    const offered = layersOf('offered');
    expect(layersOf('changed')).toEqual(
      offered.includes(first) ? offered.filter((it) => it !== first) : [...offered, first].sort(),
    );
  });

  test.each(['Where?', 'How far', 'Adjust', 'Which of each?', 'Shall we?'])(
    'Ctrl-C at "%s" leaves nothing: exit 130',
    async (question) => {
      const cwd = scratch();
      const { shows, press, ended } = terminal([], { cwd });
      for (const it of ['Where?', 'How far', 'Adjust', 'Which of each?', 'Shall we?']) {
        await shows(it);
        if (it === question) break;
        press(keys.enter);
      }
      press(keys.interrupt);
      await shows('Cancelled.');
      expect(await ended).toBe(130);
      expect(listing(cwd)).toEqual({});
    },
  );

  test('Ctrl-C while installing leaves nothing: exit 130', async () => {
    const home = scratch();
    const cwd = folderIn(home, 'work');
    const PATH = fakeProgram(home, 'npm', 'mkdir node_modules; echo begun; exec sleep 30');
    const words = ['app', '--preset', 'minimal', '--yes'];
    const { shows, press, ended } = terminal(words, { cwd, env: { PATH } });
    await shows('begun');
    press(keys.interrupt);
    await shows('Nothing was left behind.');
    expect(await ended).toBe(130);
    expect(listing(cwd)).toEqual({});
  });
});

describe('a folder that is not empty', () => {
  function occupied(): string {
    const cwd = scratch();
    writeFileSync(join(folderIn(cwd, 'app'), 'package.json'), 'mine');
    writeFileSync(join(cwd, 'app', 'notes.txt'), 'mine, too');
    return cwd;
  }

  test('is offered to be written around: what collides stays, and the exit says what is open', async () => {
    const cwd = occupied();
    const before = listing(join(cwd, 'app'));
    const words = ['app', '--preset', 'minimal', '--http', 'fastify', '--install'];
    const { shows, press, ended } = terminal(words, { cwd });
    await shows('is not empty. These would be overwritten: package.json.');
    press(keys.down, keys.enter);
    await shows('Yours stay');
    await shows('Shall we?');
    press(keys.enter);
    await shows('package.json was there already');
    await shows('nothing was committed');
    expect(await ended).toBe(3);
    expect(listing(join(cwd, 'app'))).toMatchObject(before);
    expect(listing(cwd)).toHaveProperty(['app/src/main.ts']);
  });

  test('can be left for another one', async () => {
    const cwd = occupied();
    const before = listing(join(cwd, 'app'));
    const { shows, press, ended } = terminal(['app', '--preset', 'minimal', ...quick], { cwd });
    await shows('is not empty');
    press(keys.enter);
    await shows('Where?');
    press('other', keys.enter);
    await shows('Shall we?');
    press(keys.enter);
    expect(await ended).toBe(0);
    expect(listing(join(cwd, 'app'))).toEqual(before);
    expect(listing(cwd)).toHaveProperty(['other/roadmap.json']);
  });

  test('can be left alone', async () => {
    const cwd = occupied();
    const before = listing(cwd);
    const { shows, press, ended } = terminal(['app', '--preset', 'minimal', ...quick], { cwd });
    await shows('is not empty');
    press(keys.up, keys.enter);
    await shows('Nothing was written.');
    expect(await ended).toBe(130);
    expect(listing(cwd)).toEqual(before);
  });

  test('is not written around when a project stands there', async () => {
    const cwd = scratch();
    writeFileSync(join(folderIn(cwd, 'app'), 'roadmap.json'), '{}');
    const { shows, press, ended } = terminal(['app', '--preset', 'minimal', ...quick], { cwd });
    await shows('a project stands here');
    press(keys.interrupt);
    expect(await ended).toBe(130);
  });
});
