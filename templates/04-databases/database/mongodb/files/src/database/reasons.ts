/** The server's and the driver's words for what the one who set DATABASE_URL can mend. */
export const REASONS: Readonly<Record<string, string>> = {
  '13': 'the user may not use that database',
  '18': 'the user or the password is wrong',
  '8000': 'the user or the password is wrong',
  '14031': 'its disk is full',
  MongoAPIError: 'the URL is wrong',
  MongoParseError: 'the URL is wrong',
  MongoServerSelectionError: 'no server that this driver understands answers there',
};
