import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, expect, inject } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Somebody with a home, a git identity and a version of Node. */
export interface User {
  /** Where they keep their projects: a folder with a space and more than ASCII in its name. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Runs what must end well, and returns all that it said. */
  does(folder: string, command: string, ...words: readonly string[]): Promise<string>;
}

/**
 * @param version of Node, one of those that were provided
 * @returns somebody who has never used anything before
 */
export function user(version: string): User {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'roadmap-user-')));
  folders.push(home);
  const folder = join(home, 'Meine Pläne 計画');
  mkdirSync(folder);
  writeFileSync(join(home, '.gitconfig'), '[user]\nname = Somebody\nemail = a@example.com\n');
  const settings = ['audit=false', 'fund=false', 'update-notifier=false', 'engine-strict=true'];
  writeFileSync(
    join(home, '.npmrc'),
    [`registry=${inject('registry')}`, ...settings, ''].join('\n'),
  );
  const variables = {
    PATH: `${inject('nodes')[version]}:${process.env.PATH ?? ''}`,
    HOME: home,
    NO_COLOR: '1',
  };
  return {
    folder,
    variables,
    async does(where, command, ...words) {
      const { exitCode, all } = await execa(command, words, {
        cwd: where,
        env: variables,
        extendEnv: false,
        reject: false,
        all: true,
        stdin: 'ignore',
      });
      expect(exitCode, `${command} ${words.join(' ')}\n${all.slice(-5000)}`).toBe(0);
      return all;
    },
  };
}
