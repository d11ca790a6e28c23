import type { Node } from 'jsonc-parser';
import { commentsIn, joined, type Part, partsOf } from './json-parts.ts';

/** A part of the user's array or object; without `text` as it was, with it undefined gone. */
export interface OldPart {
  readonly key: string;
  readonly old: number;
  readonly text?: { readonly of: Node; readonly is: string } | undefined;
}

/** An element or property that comes from theirs. */
export interface NewPart {
  readonly key: string;
  readonly added: Node;
}

/** How the user writes JSON. */
export interface Style {
  readonly ours: string;
  readonly lineEnd: string;
  /** Something of theirs as it is written at that indentation of the user's. */
  readonly taken: (node: Node, indent: string) => string;
}

/**
 * @param ours the user's JSON
 * @param theirs rendered JSON, which is indented by two spaces
 * @returns how the user writes
 */
export function styleOf(ours: string, theirs: string): Style {
  const unit = /^[ \t]+/m.exec(ours)?.[0] ?? '  ';
  const lineEnd = ours.includes('\r\n') ? '\r\n' : '\n';
  const taken = ({ offset, length }: Node, indent: string) => {
    const outer = indentAt(theirs, offset).length;
    return theirs
      .slice(offset, offset + length)
      .replaceAll(/\n( *)/g, (_, { length: spaces }: string) => {
        return lineEnd + indent + unit.repeat(Math.max(0, spaces - outer) / 2);
      });
  };
  return { ours, lineEnd, taken };
}

/**
 * @param source a text
 * @param offset a place in it
 * @returns how the line of that place is indented
 */
export function indentAt(source: string, offset: number): string {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/**
 * @param style how the user writes
 * @param node an array or object of the user
 * @param wanted its parts, old and new, in order; comments of those that go stay
 * @returns its text
 */
export function rebuilt(style: Style, node: Node, wanted: readonly (OldPart | NewPart)[]): string {
  const { parts: before, lastComma, tail } = partsOf(style.ours, node);
  const outer = indentAt(style.ours, node.offset);
  const isOneLine =
    before.length > 0
      ? before.every(({ lead }) => !lead.includes('\n'))
      : !style.ours.includes('\n');
  const inner = before.length > 0 ? lastLine(before[0]?.lead ?? '') : outer + unitOf(style);
  const lineStart = isOneLine ? ' ' : style.lineEnd + inner;
  const parts: Part[] = [];
  let comments = '';
  for (const it of wanted) {
    const old = 'old' in it ? before[it.old] : undefined;
    if ('added' in it) {
      const text = style.taken(it.added, isOneLine ? outer : inner);
      const isFirst = isOneLine && parts.length === 0;
      parts.push({ lead: isFirst ? (before[0]?.lead ?? '') : lineStart, text, trail: '' });
    } else if (old !== undefined && 'text' in it && it.text === undefined) {
      comments += commentsOf(old, style.lineEnd + inner);
    } else if (old !== undefined) {
      const lead = apart(
        comments,
        isOneLine && parts.length > 0 ? old.lead || ' ' : old.lead,
        style,
      );
      parts.push({ ...old, lead, text: exchanged(style, node, it, old.text) });
      comments = '';
    }
  }
  const isFilled = before.length === 0 && parts.length > 0 && !isOneLine;
  const rest = isFilled ? tail.trimEnd() + style.lineEnd + outer : tail;
  const end = apart(comments, rest, style);
  const [open, close] = node.type === 'array' ? '[]' : '{}';
  if (parts.length === 0 && !/\S/.test(end)) return `${open}${close}`;
  return `${open}${joined({ parts, lastComma: lastComma && parts.length > 0, tail: end })}${close}`;
}

/** The text of an old part with its new value. */
function exchanged(style: Style, node: Node, part: OldPart | NewPart, asIs: string): string {
  if (!('text' in part) || part.text === undefined || !('old' in part)) return asIs;
  const start = node.children?.[part.old]?.offset ?? 0;
  const { of, is } = part.text;
  return style.ours.slice(start, of.offset) + is;
}

function unitOf({ ours }: Style): string {
  return /^[ \t]+/m.exec(ours)?.[0] ?? '  ';
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function commentsOf({ lead, text, trail }: Part, lineStart: string): string {
  return commentsIn(`${lead}${text}${trail}`)
    .map((comment) => lineStart + comment)
    .join('');
}

/** Comments and what follows them, which a comment to the end of the line must not swallow. */
function apart(comments: string, rest: string, { lineEnd }: Style): string {
  return comments === '' || /^[ \t]*\r?\n/.test(rest) ? comments + rest : comments + lineEnd + rest;
}
