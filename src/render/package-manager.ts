import type { PackageManager } from '../roadmap/answers.ts';

/** The words with which a package manager is told to do something. */
export interface Commands extends Unattended {
  readonly install: string;
  /** Goes before the name of a script. */
  readonly run: string;
  readonly test: string;
  readonly start: string;
}

/** What images and pipelines need to know, where there is nothing yet but Node.js and npm. */
interface Unattended {
  /** Installs exactly what the lock file says. */
  readonly cleanInstall: string;
  /** The same, without what is only for development. */
  readonly productionInstall: string;
  /** Fails when a package that runs in production is known to be dangerous. */
  readonly audit: string;
  /** The files that an installation depends on. */
  readonly manifests: string;
  /** The folder in which root keeps what was downloaded. */
  readonly downloads: string;
  /** What Dependabot calls it. */
  readonly ecosystem: string;
}

const unattended: Readonly<Record<PackageManager, Unattended>> = {
  npm: {
    cleanInstall: 'npm ci',
    productionInstall: 'npm ci --omit=dev',
    audit: 'npm audit --omit=dev --audit-level=high',
    manifests: 'package.json package-lock.json',
    downloads: '/root/.npm',
    ecosystem: 'npm',
  },
  pnpm: {
    // The last line of pnpm that runs on Node.js 20.
    cleanInstall: 'npm install --global pnpm@10.34.9 && pnpm install --frozen-lockfile',
    productionInstall: 'npm install --global pnpm@10.34.9 && pnpm install --frozen-lockfile --prod',
    audit: 'npm install --global pnpm@10.34.9 && pnpm audit --prod --audit-level high',
    manifests: 'package.json pnpm-lock.yaml pnpm-workspace.yaml',
    downloads: '/root/.local/share/pnpm/store',
    ecosystem: 'npm',
  },
  yarn: {
    cleanInstall: 'npm install --global @yarnpkg/cli-dist@4.18.1 && yarn install --immutable',
    productionInstall:
      'npm install --global @yarnpkg/cli-dist@4.18.1 && yarn workspaces focus --production',
    audit:
      'npm install --global @yarnpkg/cli-dist@4.18.1 && yarn npm audit --environment production --severity high --recursive',
    manifests: 'package.json yarn.lock .yarnrc.yml',
    downloads: '/root/.yarn/berry/cache',
    ecosystem: 'npm',
  },
  bun: {
    cleanInstall: 'npm install --global bun@1.4.5 && bun install --frozen-lockfile',
    productionInstall:
      'npm install --global bun@1.4.5 && bun install --frozen-lockfile --production',
    audit: 'npm install --global bun@1.4.5 && bun audit --production --audit-level=high',
    manifests: 'package.json bun.lock',
    downloads: '/root/.bun/install/cache',
    ecosystem: 'bun',
  },
};

/**
 * @param packageManager the user's
 * @returns its commands
 */
export function commandsOf(packageManager: PackageManager): Commands {
  const run = `${packageManager} run`;
  // Bun's own test runner would answer to `bun test`, and `bun start` is not a command.
  const short = packageManager === 'bun' ? run : packageManager;
  return {
    ...unattended[packageManager],
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
