import { formatPatch, structuredPatch } from 'diff';
import type { DiskFile, FileChange } from '../journal/file-change.ts';

/** Beyond this a patch says that everything changed: the cost follows the size of the change. */
const largestEdit = 5_000;

/**
 * @param change what happens to a file
 * @returns it as a patch that `git apply` takes; a file that is no text is only named
 */
export function patchOf({ path, before, after }: FileChange): string {
  const head = [
    `diff --git ${quoted('a', path)} ${quoted('b', path)}`,
    ...modeLines(before, after),
  ];
  const [old, now] = [textOf(before), textOf(after)];
  if (old === undefined || now === undefined) {
    return [...head, `Binary files differ: ${path}`, ''].join('\n');
  }
  const names = [
    before === undefined ? '/dev/null' : quoted('a', path),
    after === undefined ? '/dev/null' : quoted('b', path),
  ] as const;
  const options = { context: 3, maxEditLength: largestEdit };
  const patch = structuredPatch(...names, old, now, '', '', options);
  const whole = patch ?? structuredPatch(...names, old, now, '', '', { context: 0 });
  const body =
    whole.hunks.length === 0 ? '' : formatPatch(whole).replace(/^(=+\n|Index: .*\n)+/, '');
  return `${head.join('\n')}\n${body}`;
}

/**
 * @param patch of a file
 * @returns how many lines it adds and takes away
 */
export function countsIn(patch: string): { readonly added: number; readonly removed: number } {
  const lines = patch.split('\n').filter((line) => !/^(\+\+\+|---) /.test(line));
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { added: count('+'), removed: count('-') };
}

function modeLines(before: DiskFile | undefined, after: DiskFile | undefined): readonly string[] {
  if (before === undefined) return after ? [`new file mode ${gitMode(after)}`] : [];
  if (after === undefined) return [`deleted file mode ${gitMode(before)}`];
  if (gitMode(before) === gitMode(after)) return [];
  return [`old mode ${gitMode(before)}`, `new mode ${gitMode(after)}`];
}

function gitMode({ mode }: DiskFile): string {
  return (mode & 0o100) === 0 ? '100644' : '100755';
}

function textOf(file: DiskFile | undefined): string | undefined {
  if (file === undefined) return '';
  const text = Buffer.from(file.bytes).toString('utf8');
  return Buffer.compare(Buffer.from(text), file.bytes) === 0 ? text : undefined;
}

/** As git writes names that are not plain. */
function quoted(side: 'a' | 'b', path: string): string {
  const name = `${side}/${path}`;
  return /^[\x20-\x7e]*$/.test(name) && !/["\\]/.test(name) ? name : JSON.stringify(name);
}
