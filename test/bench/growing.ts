import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, plainEnvironment } from '../support/program.ts';
import type { Contender } from './measure.ts';

/** So many lines are in files of an owner who has been busy. */
const many = 5_000;

/**
 * @param parent an empty folder
 * @returns `add cache` to the smallest project, and to everything else with long files of its owner
 */
export function growing(parent: string): readonly Contender[] {
  return [
    growth('add to the minimal project', parent, ['--preset', 'minimal'], () => undefined),
    growth(
      'add to everything',
      parent,
      ['--preset', 'everything', '--without', 'cache'],
      (folder) => {
        const lines = Array.from(
          { length: many },
          (_, index) => `export const mine${index} = {};\n`,
        );
        writeFileSync(join(folder, 'src', 'mine.ts'), lines.join(''));
        appendFileSync(join(folder, 'src', 'compose.ts'), lines.join(''));
      },
    ),
  ];
}

function growth(
  name: string,
  parent: string,
  scope: readonly string[],
  edit: (folder: string) => void,
): Contender {
  const home = join(parent, name);
  const [original, copy] = [join(home, 'original'), join(home, 'copy')];
  mkdirSync(home, { recursive: true });
  const env = plainEnvironment(home);
  const run = (program: string, ...words: readonly string[]) =>
    execFileSync(program, words, { cwd: home, env, stdio: 'ignore' });
  run(process.execPath, bin, 'original', ...scope, '--no-install');
  edit(original);
  const committer = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  run('git', '-C', 'original', 'add', '--all');
  run('git', '-C', 'original', ...committer, 'commit', '--quiet', '--allow-empty', '-m', 'Edit');
  return {
    name,
    words: [bin, 'add', 'cache', '--no-install'],
    cwd: copy,
    before: () => {
      rmSync(copy, { recursive: true, force: true });
      cpSync(original, copy, { recursive: true });
    },
  };
}
