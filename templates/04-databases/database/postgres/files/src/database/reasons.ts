/** PostgreSQL's and Node's codes for what the one who set DATABASE_URL can mend. */
export const REASONS: Readonly<Record<string, string>> = {
  '28000': 'it does not let this user in',
  '28P01': 'the user or the password is wrong',
  '3D000': 'it has no such database',
  '42501': 'the user may not create tables there',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
};
