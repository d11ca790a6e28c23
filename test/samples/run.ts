import { join } from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | undefined;
  /** Both streams, as they came. */
  readonly all: string;
}

/**
 * What a user has, and nothing of what our own tests run in.
 *
 * @param folder the project, whose installed programs are found first
 * @param more what is set besides
 * @returns all variables
 */
export function environment(folder: string, more: Variables = {}): Variables {
  const { PATH = '', HOME } = process.env;
  return { PATH: `${join(folder, 'node_modules', '.bin')}:${PATH}`, HOME, NO_COLOR: '1', ...more };
}

/**
 * @param folder where
 * @param command the program and its arguments
 * @param variables what is set besides what a user has
 * @returns how it ended, well or not
 */
export async function run(
  folder: string,
  command: readonly [string, ...string[]],
  variables: Variables = {},
): Promise<Ended> {
  const [program, ...words] = command;
  const { exitCode, all } = await execa(program, words, {
    cwd: folder,
    env: environment(folder, variables),
    extendEnv: false,
    reject: false,
    all: true,
    stdin: 'ignore',
    timeout: 110_000,
    maxBuffer: 100_000_000,
  });
  return { exitCode, all };
}

/** The same, but it must end well. */
export async function runWell(...what: Parameters<typeof run>): Promise<string> {
  const { exitCode, all } = await run(...what);
  expect(exitCode, `${what[1].join(' ')}\n${all.slice(-5000)}`).toBe(0);
  return all;
}
