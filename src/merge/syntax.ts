import { load } from 'js-yaml';
import { parse } from 'sucrase/dist/parser/index.js';
import { IdentifierRole } from 'sucrase/dist/parser/tokenizer/index.js';
import { TokenType } from 'sucrase/dist/parser/tokenizer/types.js';

/** What a text names twice in one place, e.g. a declaration or the key of an object. */
type Repeats = ReadonlySet<string>;

/**
 * @param path of a file
 * @returns whether it is TypeScript or JavaScript
 */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

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

/**
 * @param path of a file of code
 * @param text its text
 * @returns where its quoted strings are; nothing when it does not parse
 */
export function stringsIn(
  path: string,
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  try {
    return tokensOf(path, text).tokens.filter(({ type }) => type === TokenType.string);
  } catch {
    return [];
  }
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

function tokensOf(path: string, text: string) {
  return parse(text, /x$/.test(path), /\.[cm]?tsx?$/.test(path), false);
}

/** What may be declared but once in its scope. */
const declared: ReadonlySet<number | null> = new Set([
  IdentifierRole.TopLevelDeclaration,
  IdentifierRole.BlockScopedDeclaration,
  IdentifierRole.ObjectShorthandTopLevelDeclaration,
  IdentifierRole.ObjectShorthandBlockScopedDeclaration,
  IdentifierRole.ImportDeclaration,
]);

function repeatedNames(path: string, text: string): Repeats {
  const { tokens, scopes } = tokensOf(path, text);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [index, { start, end, identifierRole, contextId }] of tokens.entries()) {
    const isKey = identifierRole === IdentifierRole.ObjectKey;
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
