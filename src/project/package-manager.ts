import { generator } from '../render/generator.ts';
import { type PackageManager, packageManagers } from '../roadmap/answers.ts';

/**
 * @returns the package manager that started us, if one of those that we know did
 */
export function startedBy(): PackageManager | undefined {
  // Begins with `pnpm/10.1.0 `. A library for this one line would cost a tenth of our whole time.
  const agent = process.env.npm_config_user_agent?.split('/')[0];
  return packageManagers.find((it) => it === agent);
}

/**
 * @param packageManager the user's
 * @param words what to hand to the program, already quoted
 * @returns the command that starts this program through the package manager
 */
export function createCommand(packageManager: PackageManager, words: readonly string[]): string {
  // This very version, because another one has other templates.
  const start = `${packageManager} create backend-roadmap@${generator.version}`;
  const [dir, ...options] = words;
  // npm takes options for its own unless they stand behind a --.
  const separator = packageManager === 'npm' ? ['--'] : [];
  return [start, dir, ...separator, ...options].join(' ');
}
