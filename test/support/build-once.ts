import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** What goes into dist/. */
const sources = ['src', 'templates', 'package.json'];

/**
 * For vitest's globalSetup: builds the package when it is older than its sources, and lets the
 * tests run a copy, so that building again meanwhile takes nothing from under them.
 *
 * @returns removes the copy
 */
export default function buildOnce(): () => void {
  const built = join(top, 'dist', 'cli.js');
  const newest = Math.max(...sources.map((it) => newestIn(join(top, it))));
  if (!existsSync(built) || statSync(built).mtimeMs <= newest) {
    execFileSync('npm', ['run', 'build'], { cwd: top, stdio: 'inherit' });
  }
  const copy = mkdtempSync(join(tmpdir(), 'roadmap-package-'));
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(join(top, name), join(copy, name), { recursive: true });
  }
  // Workers inherit it: see program.ts.
  process.env.ROADMAP_PACKAGE = copy;
  return () => rmSync(copy, { recursive: true, force: true });
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder is as new as the last file that was taken out of it.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
