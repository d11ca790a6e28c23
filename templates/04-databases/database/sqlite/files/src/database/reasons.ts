/** SQLite's and Node's codes for what the one who set DATABASE_URL can mend. */
export const REASONS: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another process has been writing for too long',
  // The driver's own, when it has none from SQLite.
  '': 'the file cannot be opened or made',
  SQLITE_CANTOPEN: 'the file or its folder may not be read and written',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_FULL: 'the disk is full',
  SQLITE_NOTADB: 'the file is something else than an SQLite database',
  SQLITE_READONLY: 'the file or its folder may not be written to',
  EACCES: 'its folder may not be made',
  EEXIST: 'its folder is a file',
  ENOTDIR: 'its folder is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'its folder may not be written to',
};
