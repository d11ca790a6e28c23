import type { PackageManager } from '../roadmap/answers.ts';

/** The words with which a package manager is told to do something. */
export interface Commands {
  readonly install: string;
  /** Goes before the name of a script. */
  readonly run: string;
  readonly test: string;
  readonly start: string;
}

/**
 * @param packageManager the user's
 * @returns its commands
 */
export function commandsOf(packageManager: PackageManager): Commands {
  const run = `${packageManager} run`;
  // Bun's own test runner would answer to `bun test`, and `bun start` is not a command.
  const short = packageManager === 'bun' ? run : packageManager;
  return {
    install: `${packageManager} install`,
    run,
    test: `${short} test`,
    start: `${short} start`,
  };
}

/**
 * @param script a script of package.json, as a layer writes it for npm
 * @param packageManager the user's
 * @returns the same for that package manager
 */
export function scriptFor(script: string, packageManager: PackageManager): string {
  const { run, test, start } = commandsOf(packageManager);
  return script
    .replace(/\bnpm run(?= )/g, run)
    .replace(/\bnpm test\b/g, test)
    .replace(/\bnpm start\b/g, start);
}
