import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './program.ts';

/** What goes into dist/. */
const sources = ['src', 'templates', 'package.json'];

/** Builds the program when it is older than its sources; for vitest's globalSetup. */
export default function buildOnce(): void {
  const built = join(packageFolder, 'dist', 'cli.js');
  const newest = Math.max(...sources.map((it) => newestIn(join(packageFolder, it))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  execFileSync('npm', ['run', 'build'], { cwd: packageFolder, stdio: 'inherit' });
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder is as new as the last file that was taken out of it.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
