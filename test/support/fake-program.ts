import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Puts a program of ours before all others on the PATH.
 *
 * @param parent an existing folder; a folder `fake-bin` is made in it
 * @param name the program to stand in for, for example `npm`
 * @param script what it does, for `sh`
 * @returns the PATH to run with
 */
export function fakeProgram(parent: string, name: string, script: string): string {
  const folder = join(parent, 'fake-bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  return `${folder}${delimiter}${process.env.PATH ?? ''}`;
}

/** An installation that leaves what a real one does. */
export const fakeInstall =
  'echo "ran $(basename "$0") $*"; mkdir -p node_modules/some && echo 1 > node_modules/some/file; echo {} > package-lock.json';

/**
 * @param parent an existing folder; a folder `only-bin` is made in it
 * @param programs absolute paths of the only programs that shall be found
 * @returns a PATH with nothing else on it
 */
export function onlyThese(parent: string, programs: Readonly<Record<string, string>>): string {
  const folder = join(parent, 'only-bin');
  mkdirSync(folder, { recursive: true });
  for (const [name, path] of Object.entries(programs)) symlinkSync(path, join(folder, name));
  return folder;
}
