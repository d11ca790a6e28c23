const plain = /^[\w@%+=:,./-]+$/;

/**
 * @param word one argument of a command
 * @param platform whose shell; that of this process unless said
 * @returns the same argument, as it has to be typed
 */
export function shellQuote(word: string, platform: NodeJS.Platform = process.platform): string {
  if (plain.test(word)) return word;
  if (platform === 'win32') return `"${word.replaceAll('"', '""')}"`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
