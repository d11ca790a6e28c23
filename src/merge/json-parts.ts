import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';

/** An element of an array or a property of an object, with all that stands around it. */
export interface Part {
  /** Spaces, line breaks and comments before it. */
  readonly lead: string;
  /** The element, or the property from its key on. */
  readonly text: string;
  /** A comment after it on its line. */
  readonly trail: string;
}

/** An array or object in parts. */
export interface Parts {
  /** A comment behind the opening bracket. */
  readonly head: string;
  readonly parts: readonly Part[];
  readonly lastComma: boolean;
  /** Spaces, line breaks and comments before the closing bracket. */
  readonly tail: string;
}

/**
 * @param text JSON, perhaps with comments
 * @returns its value, or undefined when it is none
 */
export function parseJson(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? root : undefined;
}

/**
 * @param node a value
 * @returns text that is the same for the same values, whatever the order of keys
 */
export function canonical(node: Node | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'array') return `[${node.children?.map(canonical).join()}]`;
  if (node.type !== 'object') return JSON.stringify(node.value);
  const entries = [...propertiesOf(node)].map(([key, { value }]) => [key, canonical(value)]);
  return `{${entries.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)).join()}}`;
}

/**
 * @param node an object
 * @returns its properties by key, in order
 */
export function propertiesOf(node: Node | undefined): ReadonlyMap<string, { value: Node }> {
  const properties = node?.type === 'object' ? (node.children ?? []) : [];
  return new Map(
    properties.flatMap(({ children: [key, value] = [] }) =>
      key === undefined || value === undefined ? [] : [[String(key.value), { value }]],
    ),
  );
}

/**
 * @param source the text that it is in
 * @param node an array or object
 * @returns it in parts; put together again they are the same text
 */
export function partsOf(source: string, { offset, length, children = [] }: Node): Parts {
  const end = offset + length - 1;
  const parts: Part[] = [];
  const start = source.slice(offset + 1, children[0]?.offset ?? offset + 1);
  const head = /^[ \t]*\S.*?(?=\r?\n)/.exec(start)?.[0] ?? '';
  let from = offset + 1 + head.length;
  let lastComma = false;
  for (const [index, child] of children.entries()) {
    const next = children[index + 1]?.offset ?? end;
    const after = child.offset + child.length;
    const { comma, trail, rest } = gapOf(source.slice(after, next), index === children.length - 1);
    const lead = source.slice(from, child.offset);
    parts.push({ lead, text: source.slice(child.offset, after), trail });
    lastComma = comma;
    from = next - rest.length;
  }
  return { head, parts, lastComma, tail: source.slice(from, end) };
}

/**
 * @param parts an array or object in parts
 * @returns what stands between its brackets
 */
export function joined({ head, parts, lastComma, tail }: Parts): string {
  const texts = parts.map(({ lead, text, trail }, index) => {
    const comma = index < parts.length - 1 || lastComma ? ',' : '';
    return lead + text + comma + trail;
  });
  return head + texts.join('') + tail;
}

/** What stands between two parts: a comma, and before the next line perhaps a comment. */
function gapOf(gap: string, isLast: boolean): { comma: boolean; trail: string; rest: string } {
  const at = commaIn(gap);
  const around = at === -1 ? gap : gap.slice(0, at) + gap.slice(at + 1);
  const [line = ''] = around.split(/\r?\n/, 1);
  const ends = line.length < around.length || isLast;
  const trail = ends && /\S/.test(line) ? line : '';
  return { comma: at !== -1, trail, rest: around.slice(trail.length) };
}

function commaIn(gap: string): number {
  return tokensIn(gap).find(({ kind }) => kind === comma)?.offset ?? -1;
}

/**
 * @param text some JSON
 * @returns the comments in it
 */
export function commentsIn(text: string): readonly string[] {
  return tokensIn(text).flatMap(({ kind, value }) => (comments.has(kind) ? [value] : []));
}

/** Kinds of tokens, by the numbers that the scanner has for them. */
const comma = 5;
const comments: ReadonlySet<number> = new Set([12, 13]);
const end = 17;

function tokensIn(text: string) {
  const tokens: { kind: number; offset: number; value: string }[] = [];
  const scanner = createScanner(text);
  for (let kind: number = scanner.scan(); kind !== end; kind = scanner.scan()) {
    tokens.push({ kind, offset: scanner.getTokenOffset(), value: scanner.getTokenValue() });
  }
  return tokens;
}
