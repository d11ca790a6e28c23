/**
 * YAML cannot say "these entries, if there are any": a key all of whose entries were for layers that
 * are not there would be left with nothing. So it goes, too; what is to be empty is written `{}`.
 *
 * @param yaml a composed file
 * @returns the same without keys that have neither a value nor anything below them
 */
export function withoutChildlessKeys(yaml: string): string {
  const kept: string[] = [];
  // From the end, so that a key goes also when all of its keys have gone.
  let next = '';
  let gone = false;
  for (const line of yaml.split('\n').reverse()) {
    const [, indent] = /^( *)[\w-]+:$/.exec(line) ?? [];
    // With the empty line that set it apart.
    if (gone && line === '') continue;
    gone = indent !== undefined && !next.startsWith(`${indent} `);
    if (gone) continue;
    kept.push(line);
    if (/^ *[^ #]/.test(line)) next = line;
  }
  return kept.reverse().join('\n');
}
