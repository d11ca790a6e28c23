import { StartupError } from '../startup-error.ts';

/** Older ones are not tried, and lack some of what is used here. */
const OLDEST = { MariaDB: [10, 6], MySQL: [8, 0] } as const;

/**
 * @param version as the server says it, e.g. `8.4.3` or `10.11.6-MariaDB-log`
 * @throws StartupError when the server is too old
 */
export function refuseOld(version: string): void {
  const name = version.includes('MariaDB') ? 'MariaDB' : 'MySQL';
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  const [oldest, oldestMinor] = OLDEST[name];
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return;
  throw new StartupError(
    `The server at DATABASE_URL is ${name} ${major}.${minor}. Use MySQL 8.0, MariaDB 10.6, or newer.`,
  );
}
