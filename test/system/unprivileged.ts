import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Ended, packageFolder, plainEnvironment } from '../support/program.ts';

const nobody = '65534';

/**
 * Copies the built package to where everybody may read it.
 *
 * @param parent an existing folder
 * @returns the path of its bin
 */
export function publicCopy(parent: string): string {
  const copy = join(parent, 'package');
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(join(packageFolder, name), join(copy, name), { recursive: true });
  }
  execFileSync('chmod', ['-R', 'a+rX', parent]);
  return join(copy, 'bin', 'create-backend-roadmap.js');
}

/**
 * Runs a copy of the program as a user who owns nothing.
 *
 * @param bin from {@link publicCopy}
 * @param words its arguments
 * @param cwd where
 * @returns how it ended
 */
export function asNobody(bin: string, words: readonly string[], cwd: string): Ended {
  const ids = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--inh-caps=-all'];
  const { status, signal, stdout, stderr } = spawnSync(
    'setpriv',
    [...ids, process.execPath, bin, ...words],
    { cwd, env: plainEnvironment('/nonexistent'), encoding: 'utf8' },
  );
  return { code: status, signal, stdout, stderr };
}

/**
 * Mounts a file system in memory that goes away after the test.
 *
 * @param parent an existing folder
 * @param options for mount, for example `size=64k`
 * @returns its folder
 */
export function tmpfs(parent: string, options: string): string {
  const folder = join(parent, `disk-${options.replaceAll(/\W/g, '-')}`);
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  chmodSync(folder, 0o755);
  return folder;
}
