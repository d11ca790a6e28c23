/** The server's and Node's codes for what the one who set DATABASE_URL can mend. */
export const REASONS: Readonly<Record<string, string>> = {
  ER_ACCESS_DENIED_ERROR: 'the user or the password is wrong',
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: 'the user or the password is wrong',
  ER_BAD_DB_ERROR: 'it has no such database',
  ER_DBACCESS_DENIED_ERROR: 'it has no such database, or the user may not use it',
  ER_NO_DB_ERROR: 'the URL names no database',
  ER_TABLEACCESS_DENIED_ERROR: 'the user may not create tables there',
  ER_CON_COUNT_ERROR: 'it has too many connections',
  ER_RECORD_FILE_FULL: 'its disk is full',
  ER_DISK_FULL: 'its disk is full',
  ER_OPTION_PREVENTS_STATEMENT: 'it may only be read',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'it does not answer',
};
