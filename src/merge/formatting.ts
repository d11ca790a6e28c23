import { linesOf } from './own-text.ts';
import { isCode, stringsIn } from './syntax.ts';

/** Writes a rendered text as the user's formatter would. */
export type Format = (plain: string) => string;

/**
 * A formatter that indents or quotes in another way touches every line and says nothing. So the
 * rendered texts are written that way, too, before they are compared.
 *
 * @param path of a file
 * @param own the user's text
 * @param rendered the text that it comes from
 * @returns how the user formats it, as far as that can be told
 */
export function formatOf(path: string, own: string, rendered: string): Format {
  if (!isCode(path) && !/\.jsonc?$/.test(path)) return asRendered;
  const format: Format = (plain) => indented(quoted(path, plain, quoteIn(path, own)), unitIn(own));
  const mine = new Set(linesOf(own));
  const known = (text: string) => linesOf(text).filter((line) => mine.has(line)).length;
  return known(format(rendered)) > known(rendered) ? format : asRendered;
}

function asRendered(plain: string): string {
  return plain;
}

function unitIn(own: string): string {
  const indents = own.match(/^(?:\t| {2,})/gm) ?? [];
  const tabs = indents.filter((it) => it === '\t').length;
  if (2 * tabs > indents.length) return '\t';
  const narrow = indents.filter((it) => it.length % 4 === 2).length;
  return 4 * narrow > indents.length ? '  ' : '    ';
}

function indented(plain: string, unit: string): string {
  return plain.replaceAll(/^(?: {2})+/gm, (spaces) => unit.repeat(spaces.length / 2));
}

function quoteIn(path: string, own: string): string {
  if (!isCode(path)) return "'";
  const strings = stringsIn(path, own).map(({ start }) => own[start]);
  return 2 * strings.filter((it) => it === '"').length > strings.length ? '"' : "'";
}

function quoted(path: string, plain: string, quote: string): string {
  let [text, at] = ['', 0];
  for (const { start, end } of isCode(path) ? stringsIn(path, plain) : []) {
    const inside = plain.slice(start + 1, end - 1);
    if (/['"\\]/.test(inside)) continue;
    text += plain.slice(at, start) + quote + inside + quote;
    at = end;
  }
  return text + plain.slice(at);
}
