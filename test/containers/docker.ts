import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect } from 'vitest';

if (process.env.CONTAINERS_HOME === undefined) {
  throw new Error('Run this by .ci/with-containers.');
}

/** How a command ended. */
interface Ended {
  readonly exitCode: number | undefined;
  /** Both streams, as they came. */
  readonly all: string;
}

/**
 * @param folder where
 * @param script lines for a shell, in which `docker` is what stands for it here
 * @returns how it ended, well or not
 */
export async function shell(folder: string, script: string): Promise<Ended> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const { exitCode, all } = await execa('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { PATH: `${here}:${process.env.PATH}` },
    reject: false,
    all: true,
    stdin: 'ignore',
    timeout: 220_000,
  });
  return { exitCode, all };
}

/** The same, but it must end well. */
export async function shellWell(folder: string, script: string): Promise<string> {
  const { exitCode, all } = await shell(folder, script);
  expect(exitCode, `${script}\n${all.slice(-5000)}`).toBe(0);
  return all;
}
