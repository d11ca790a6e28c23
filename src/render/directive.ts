/** A directive in a comment of its host language, e.g. `// {{#if api}}` or `<!-- {{/if}} -->`. */
export type Directive = { readonly opens: string } | 'closes';

const anything = /^\s*(?:\/\/|#|<!--|\/\*+|\*|--|;)\s*\{\{\s*(?:[#/^!>&*~]|else\b|if\b)/;
const exact = /^\s*(\/\/|#|<!--) \{\{(?:#if ([a-z0-9][a-z0-9-]*)|\/if)\}\}( -->)?$/;

/**
 * @param line one line of a file
 * @returns whether it is meant as a directive, rightly written or not
 */
export function looksLikeDirective(line: string): boolean {
  return line.includes('{{') && anything.test(line);
}

/**
 * @param line one line of the file
 * @param path the file, whose language decides how its comments look
 * @returns the directive, or undefined when it is not written the one way that counts
 */
export function directiveIn(line: string, path: string): Directive | undefined {
  const match = exact.exec(line);
  if (match === null) return undefined;
  const [, opener, name, closer] = match;
  if (opener !== openerOf(path) || (closer !== undefined) !== (opener === '<!--')) return undefined;
  return name === undefined ? 'closes' : { opens: name };
}

function openerOf(path: string): string {
  if (/\.(?:md|html|svg|xml)$/.test(path)) return '<!--';
  return /\.(?:[cm]?[jt]sx?|jsonc?|css|groovy|bicep)$/.test(path) ? '//' : '#';
}
