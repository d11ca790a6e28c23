/**
 * @param markdown the text of a page
 * @returns the lines of each of its blocks of shell commands, without comments
 */
export function shellBlocks(markdown: string): readonly (readonly string[])[] {
  return [...markdown.matchAll(/^```(?:sh|bash|shell)\n(.*?)^```$/gms)].map(([, block = '']) =>
    block
      .replace(/\\\n/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
}
