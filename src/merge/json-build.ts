import type { Node } from 'jsonc-parser';
import { commentsIn, joined, type Part, type Parts, partsOf } from './json-parts.ts';

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
  /** One step of indentation. */
  readonly unit: string;
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
  return { ours, lineEnd, unit, taken };
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
  const before = partsOf(style.ours, node);
  const { isOneLine, inner, outer, first, next } = layoutOf(style, node, before);
  const parts: Part[] = [];
  let comments = '';
  for (const it of wanted) {
    const start = parts.length === 0 ? first : next;
    const old = 'old' in it ? before.parts[it.old] : undefined;
    if ('added' in it) {
      const text = style.taken(it.added, isOneLine ? outer : inner);
      parts.push({ lead: start, text, trail: '' });
    } else if (old !== undefined && 'text' in it && it.text === undefined) {
      comments += commentsOf(old, style.lineEnd + inner);
    } else if (old !== undefined) {
      const lead = apart(comments, isOneLine && !/\S/.test(old.lead) ? start : old.lead, style);
      parts.push({ ...old, lead, text: exchanged(style, node, it, old.text) });
      comments = '';
    }
  }
  const isFilled = before.parts.length === 0 && parts.length > 0 && !isOneLine;
  const rest = isFilled ? before.tail.trimEnd() + style.lineEnd + outer : before.tail;
  const tail = apart(comments, rest, style);
  const [open, close] = node.type === 'array' ? '[]' : '{}';
  if (parts.length === 0 && !/\S/.test(before.head + tail)) return `${open}${close}`;
  const lastComma = before.lastComma && parts.length > 0;
  return `${open}${joined({ head: before.head, parts, lastComma, tail })}${close}`;
}

/** How parts stand: in one line, or each in its own. */
function layoutOf({ ours, lineEnd, unit }: Style, { offset }: Node, { parts }: Parts) {
  const [old] = parts;
  const outer = indentAt(ours, offset);
  const lead = old?.lead ?? '';
  const isOneLine = old === undefined ? !ours.includes('\n') : isInLine(parts);
  const inner =
    old === undefined ? outer + unit : (/(?:^|\n)([ \t]*)[^\n]*$/.exec(lead)?.[1] ?? '');
  const next = isOneLine ? ' ' : lineEnd + inner;
  return {
    isOneLine,
    inner,
    outer,
    first: isOneLine ? (/^\s*/.exec(lead)?.[0] ?? '') : next,
    next,
  };
}

function isInLine(parts: readonly Part[]): boolean {
  return parts.every(({ lead }) => !lead.includes('\n'));
}

/** The text of an old part with its new value. */
function exchanged(style: Style, node: Node, part: OldPart | NewPart, asIs: string): string {
  if (!('text' in part) || part.text === undefined || !('old' in part)) return asIs;
  const start = node.children?.[part.old]?.offset ?? 0;
  const { of, is } = part.text;
  return style.ours.slice(start, of.offset) + is;
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
