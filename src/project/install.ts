import type { PackageManager } from '../roadmap/answers.ts';
import { runProgram } from './run-program.ts';
import { shellQuote } from './shell-quote.ts';
import type { Step } from './step.ts';

/** Where to install, with what, and who listens. */
interface Installation {
  readonly folder: string;
  readonly packageManager: PackageManager;
  readonly signal?: AbortSignal | undefined;
  readonly line?: (text: string) => void;
}

/** What a package manager may leave in a project's folder. */
export const installed: readonly string[] = [
  'node_modules',
  'package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
  '.yarn',
  '.pnp.cjs',
  '.pnp.loader.mjs',
];

/**
 * Installs the project's dependencies with the user's package manager.
 *
 * @param installation where, with what
 * @returns the step; not ok, with the command to repeat, when the package manager is missing or
 *   fails
 */
export async function install(installation: Installation): Promise<Step> {
  const { folder, packageManager, signal, line } = installation;
  const outcome = await runProgram(packageManager, ['install'], {
    folder,
    signal,
    ...(line && { line }),
    // With CI set, Yarn refuses to write the lock file that a new project does not have yet.
    env: { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
  });
  if (outcome.ok) return { name: 'install', ok: true };
  const what = outcome.missing ? 'is not on this machine' : 'failed';
  const who = outcome.missing ? packageManager : `${packageManager} install`;
  const repeat = `cd ${shellQuote(folder)} && ${packageManager} install`;
  return { name: 'install', ok: false, detail: `${who} ${what}. Repeat it with: ${repeat}` };
}

/** How each package manager makes a lock file and nothing else. */
const locking: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['--package-lock-only', '--prefer-offline', '--no-audit', '--no-fund'],
  pnpm: ['--lockfile-only'],
  yarn: ['--mode=update-lockfile'],
  bun: ['--lockfile-only'],
};

/**
 * Makes the lock file of a project, without what it locks.
 *
 * @param folder of the project
 * @param packageManager its own
 * @param signal ends the package manager
 * @returns whether there is one now
 */
export async function lockOnly(
  folder: string,
  packageManager: PackageManager,
  signal?: AbortSignal,
): Promise<boolean> {
  const { ok } = await runProgram(packageManager, ['install', ...locking[packageManager]], {
    folder,
    signal,
    env: { YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
  });
  return ok;
}
