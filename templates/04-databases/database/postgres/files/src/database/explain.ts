import { StartupError } from '../startup-error.ts';

/** PostgreSQL's and Node's codes for what the one who set DATABASE_URL can mend. */
const REASONS: Readonly<Record<string, string>> = {
  '28000': 'it does not let this user in',
  '28P01': 'the user or the password is wrong',
  '3D000': 'it has no such database',
  '42501': 'the user may not create tables there',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
};

/** What to tell about a database that cannot be used. Never repeats the URL, with its password. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartupError) return error;
  const code = 'code' in error ? String(error.code) : error.message;
  return new StartupError(`The database at DATABASE_URL cannot be used: ${REASONS[code] ?? code}.`);
}
