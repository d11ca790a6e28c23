import { StartupError } from '../startup-error.ts';
import { REASONS } from './reasons.ts';

/** What to tell about a database that cannot be used. Never repeats the URL, with its password. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartupError) return error;
  const code = 'code' in error ? String(error.code) : error.message;
  const reason = REASONS[code] ?? REASONS[error.name] ?? code;
  return new StartupError(`The database at DATABASE_URL cannot be used: ${reason}.`);
}
