import { inUsersWay, linesEnding, linesOf, type OwnText } from './own-text.ts';

/** An entry: a line of an ignore file, or a variable with the comment above it. */
interface Entry {
  /** What it is about; the same entry has the same in all three. */
  readonly key: string;
  readonly lines: readonly string[];
}

/**
 * @param path of a file
 * @returns whether its entries stand for themselves, wherever in the file they are
 */
export function isLineSet(path: string): boolean {
  return /(?:^|\/)\.(?:[a-z]+ignore|gitattributes|env\.[^/]+)$/.test(path);
}

/**
 * Merges entry by entry, in the user's order. Nothing here can be a conflict: what the user
 * changed stays as it is.
 *
 * @param path of the file
 * @param base rendered before; empty when there was no such file
 * @param own the user's
 * @param theirs rendered now
 * @returns the merged file in the user's way of writing it
 */
export function mergeLineSet(path: string, base: string, own: OwnText, theirs: string): string {
  const split = /\.env\.[^/]+$/.test(path) ? paragraphs : singleLines;
  const before = byKey(split(linesOf(base)));
  const after = split(linesOf(theirs));
  const now = byKey(after);
  const entries = split(linesOf(own.plain)).flatMap((entry) => {
    const [old, changed] = [before.get(entry.key), now.get(entry.key)];
    if (old === undefined || textOf(old) !== textOf(entry)) return [entry];
    return changed === undefined ? [] : [changed];
  });
  const mine = new Set(split(linesOf(own.plain)).map(({ key }) => key));
  for (const [index, entry] of after.entries()) {
    if (mine.has(entry.key) || before.has(entry.key)) continue;
    const above = after.slice(0, index).findLast(({ key }) => entries.some((it) => it.key === key));
    const at = entries.findIndex(({ key }) => key === above?.key);
    entries.splice(at === -1 ? entries.length : at + 1, 0, entry);
  }
  const gap = split === paragraphs ? '\n' : '';
  const plain = entries.map(textOf).join(gap);
  return inUsersWay(linesEnding(plain, own.lineEnd), own);
}

function singleLines(lines: readonly string[]): readonly Entry[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = seen.get(line) ?? 0;
    seen.set(line, count + 1);
    return { key: `${line}\n${count}`, lines: [line] };
  });
}

/** A paragraph is about the first variable in it, also when that is commented out. */
function paragraphs(lines: readonly string[]): readonly Entry[] {
  const entries = `${lines.join('\n')}\n`.split(/\n(?:[ \t]*\n)+/).filter((it) => it.trim() !== '');
  return entries.map((text) => {
    const [, name] = /^(?:# ?)?(\w+)=/m.exec(text) ?? [];
    return { key: name ?? text.trim(), lines: linesOf(`${text.replace(/\n$/, '')}\n`) };
  });
}

function byKey(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function textOf({ lines }: Entry): string {
  return lines.map((line) => `${line}\n`).join('');
}
