import fc from 'fast-check';
import type { OwnFile } from '../../src/merge/merge-trees.ts';
import type { Ours } from './project.ts';

/** One thing that somebody does to a file of theirs; numbers pick the file and the line. */
export interface Deed {
  readonly kind: (typeof kinds)[number];
  readonly file: number;
  readonly line: number;
}

const kinds = [
  ...(['insert', 'insert', 'change', 'delete'] as const),
  ...(['remove file', 'rename file', 'new file', 'windows', 'mark', 'open end', 'tabs'] as const),
] as const;

/** A day of an owner. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), file: fc.nat(), line: fc.nat() }),
  { minLength: 1, maxLength: 8 },
);

/**
 * @param project of somebody
 * @param todo what they do
 * @returns the project afterwards, and the words that they put in and nobody may lose
 */
export function done(project: Ours, todo: readonly Deed[]): { after: Ours; words: string[] } {
  const after = new Map(project);
  const words: string[] = [];
  for (const [index, { kind, file, line }] of todo.entries()) {
    const paths = [...after.keys()].filter((it) => it !== 'roadmap.json').sort();
    const path = paths[file % paths.length] ?? '';
    const word = `own-${index}-`;
    const before = after.get(path);
    if (kind === 'new file') {
      after.set(`src/own-${index}.ts`, fileOf(`// ${word}\n`));
      words.push(word);
    } else if (before !== undefined) {
      after.delete(path);
      if (kind === 'remove file') continue;
      const to = kind === 'rename file' ? path.replace(/([^/]+)$/, `own-${index}-$1`) : path;
      after.set(to, { ...before, ...fileOf(changed(kind, path, textOf(before), line, word)) });
      if (kind === 'insert' || kind === 'change') words.push(word);
    }
  }
  const left = [...after.values()].map(textOf).join('\n');
  return { after, words: words.filter((word) => left.includes(word)) };
}

/**
 * @param file of somebody
 * @returns its text, mark included
 */
export function textOf({ bytes }: OwnFile): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function fileOf(text: string): OwnFile {
  return { bytes: new TextEncoder().encode(text) };
}

function changed(kind: Deed['kind'], path: string, text: string, line: number, word: string) {
  if (kind === 'windows') return text.replaceAll(/\r?\n/g, '\r\n');
  if (kind === 'mark') return text.startsWith('\uFEFF') ? text : `\uFEFF${text}`;
  if (kind === 'open end') return text.replace(/\r?\n$/, '');
  if (kind === 'tabs') return text.replaceAll(/^(?: {2})+/gm, (it) => '\t'.repeat(it.length / 2));
  const lines = text.split('\n');
  const at = line % lines.length;
  const isJson = path.endsWith('.json');
  const here = lines[at] ?? '';
  if (kind === 'insert') {
    // A member of an object goes where the line before ends one.
    const place = isJson
      ? lines.findIndex((it, index) => index >= at % 9 && /\{\r?$/.test(it)) + 1
      : at;
    const added = isJson ? memberOf(word, lines[place] ?? '') : commentOf(path, word);
    // As an editor does: the ends of lines are those of the file.
    lines.splice(place, 0, text.includes('\r\n') ? `${added}\r` : added);
  } else if (kind === 'change') {
    lines[at] = isJson
      ? here.replace(/\r?$/, ` // ${word}`)
      : here.replace(/\r?$/, endOf(path, word));
  } else if (kind === 'delete' && !isJson) lines.splice(at, 1);
  return lines.join('\n');
}

function memberOf(word: string, next: string): string {
  return `"${word}": 1${/^\s*\}/.test(next) ? '' : ','}`;
}

function commentOf(path: string, word: string): string {
  return /\.[jt]s$/.test(path) ? `// ${word}` : `${word}=1`;
}

function endOf(path: string, word: string): string {
  return /\.[jt]s$/.test(path) ? ` // ${word}` : ` ${word}`;
}
