import { parse } from 'sucrase/dist/parser/index.js';
import { IdentifierRole } from 'sucrase/dist/parser/tokenizer/index.js';
import { TokenType } from 'sucrase/dist/parser/tokenizer/types.js';

/** A place in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What may be declared but once in its scope. */
const declared: ReadonlySet<number | null> = new Set([
  IdentifierRole.TopLevelDeclaration,
  IdentifierRole.BlockScopedDeclaration,
  IdentifierRole.ObjectShorthandTopLevelDeclaration,
  IdentifierRole.ObjectShorthandBlockScopedDeclaration,
  IdentifierRole.ImportDeclaration,
]);

/**
 * @param path of a file
 * @returns whether it is TypeScript or JavaScript
 */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/**
 * @param path of a file of code
 * @param text its text
 * @returns what is declared in each scope, and the keys of each object: place and name
 * @throws SyntaxError when it does not parse
 */
export function namesIn(
  path: string,
  text: string,
): readonly { readonly place: string; readonly name: string }[] {
  const { tokens, scopes } = tokensOf(path, text);
  return tokens.flatMap(({ start, end, identifierRole, contextId }, index) => {
    const name = text.slice(start, end);
    if (identifierRole === IdentifierRole.ObjectKey)
      return [{ place: `object ${contextId}`, name }];
    if (!declared.has(identifierRole)) return [];
    // An inner scope ends before, and so is listed before, the ones around it.
    const scope = scopes.findIndex(
      ({ startTokenIndex, endTokenIndex }) => startTokenIndex <= index && index < endTokenIndex,
    );
    return [{ place: `scope ${scope}`, name }];
  });
}

/**
 * @param path of a file of code
 * @param text its text
 * @returns its quoted strings, and the semicolons that could be left out
 * @throws SyntaxError when it does not parse
 */
export function spellingIn(
  path: string,
  text: string,
): { readonly strings: readonly Range[]; readonly semicolons: readonly Range[] } {
  const { tokens } = tokensOf(path, text);
  return {
    strings: tokens.filter(({ type }) => type === TokenType.string),
    semicolons: tokens.filter(({ type, end }, index) => {
      const next = text[tokens[index + 1]?.start ?? text.length] ?? '';
      return type === TokenType.semi && text[end] === '\n' && !'([`+-/'.includes(next || ' ');
    }),
  };
}

function tokensOf(path: string, text: string) {
  return parse(text, /x$/.test(path), /\.[cm]?tsx?$/.test(path), false);
}
