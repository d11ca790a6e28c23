import { load } from 'js-yaml';
import { parse } from 'sucrase/dist/parser/index.js';

/** What a text names twice in one place, e.g. a declaration or the key of an object. */
type Repeats = ReadonlySet<string>;

/**
 * @param path of a file
 * @returns whether a merge of such files can be judged
 */
export function hasSyntax(path: string): boolean {
  return isCode(path) || isYaml(path);
}

/**
 * @param path of a file
 * @returns whether whatever is in it is right, as in prose
 */
export function isProse(path: string): boolean {
  return /\.(?:md|txt)$/.test(path);
}

/**
 * @param path of a file that `hasSyntax`
 * @param merged a text made of two others
 * @param sides those two
 * @returns whether it parses and names nothing twice that neither of them does; undefined when
 *   these do not parse themselves
 */
export function accepts(
  path: string,
  merged: string,
  sides: readonly string[],
): boolean | undefined {
  const before = sides.map((side) => repeatsIn(path, side));
  if (before.some((it) => it === undefined)) return undefined;
  const after = repeatsIn(path, merged);
  return after !== undefined && [...after].every((it) => before.some((them) => them?.has(it)));
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

function repeatsIn(path: string, text: string): Repeats | undefined {
  try {
    if (isCode(path)) return repeatedNames(path, text);
    load(text);
    return new Set();
  } catch {
    return undefined;
  }
}

/** Roles that the parser gives to names: declared once per scope, and keys of an object. */
const declared: ReadonlySet<number | null> = new Set([2, 4, 5, 7, 9]);
const key = 10;

function repeatedNames(path: string, text: string): Repeats {
  const { tokens, scopes } = parse(text, /x$/.test(path), /\.[cm]?tsx?$/.test(path), false);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [index, { start, end, identifierRole, contextId }] of tokens.entries()) {
    const isKey = identifierRole === key;
    if (!isKey && !declared.has(identifierRole)) continue;
    const name = text.slice(start, end);
    const place = isKey ? `{${contextId}` : scopeAt(index, scopes);
    if (seen.has(`${place} ${name}`)) repeated.add(`${isKey ? '{' : ''}${name}`);
    seen.add(`${place} ${name}`);
  }
  return repeated;
}

function scopeAt(
  index: number,
  scopes: readonly { startTokenIndex: number; endTokenIndex: number }[],
): number {
  // An inner scope ends before, and so stands before, the ones around it.
  return scopes.findIndex(
    ({ startTokenIndex, endTokenIndex }) => startTokenIndex <= index && index < endTokenIndex,
  );
}
