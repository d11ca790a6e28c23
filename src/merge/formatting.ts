import { isCode, type Range, spellingIn } from './code.ts';
import { linesOf } from './own-text.ts';

/** Writes a rendered text as the user's formatter would. */
export type Format = (plain: string) => string;

/** What formatters are asked about; rendered are two spaces, single quotes and semicolons. */
interface Style {
  readonly indent: string;
  readonly quote: string;
  readonly semicolons: boolean;
}

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
  const style = styleOf(path, own);
  const format: Format = (plain) => indented(respelled(path, plain, style), style.indent);
  const mine = new Set(linesOf(own));
  const known = (text: string) => linesOf(text).filter((line) => mine.has(line)).length;
  return known(format(rendered)) > known(rendered) ? format : asRendered;
}

function asRendered(plain: string): string {
  return plain;
}

function styleOf(path: string, own: string): Style {
  const { strings } = spellingOf(path, own);
  const doubled = strings.filter(({ start }) => own[start] === '"').length;
  const ended = own.match(/;$/gm)?.length ?? 0;
  return {
    indent: indentIn(own),
    quote: 2 * doubled > strings.length ? '"' : "'",
    semicolons: 20 * ended > linesOf(own).length,
  };
}

function indentIn(own: string): string {
  const indents = own.match(/^(?:\t| {2,})/gm) ?? [];
  const tabs = indents.filter((it) => it === '\t').length;
  if (2 * tabs > indents.length) return '\t';
  const narrow = indents.filter((it) => it.length % 4 === 2).length;
  return 4 * narrow > indents.length ? '  ' : '    ';
}

function indented(plain: string, unit: string): string {
  return plain.replaceAll(/^(?: {2})+/gm, (spaces) => unit.repeat(spaces.length / 2));
}

function respelled(path: string, plain: string, { quote, semicolons: wanted }: Style): string {
  const { strings, semicolons } = spellingOf(path, plain);
  const changes = [
    ...strings.flatMap(({ start, end }) => {
      const inside = plain.slice(start + 1, end - 1);
      return /['"\\]/.test(inside) ? [] : [{ start, end, text: quote + inside + quote }];
    }),
    ...(wanted ? [] : semicolons.map(({ start, end }) => ({ start, end, text: '' }))),
  ].sort((one, other) => one.start - other.start);
  let [result, at] = ['', 0];
  for (const { start, end, text } of changes) {
    result += plain.slice(at, start) + text;
    at = end;
  }
  return result + plain.slice(at);
}

/** Of a text that does not parse nothing is known. */
function spellingOf(path: string, text: string) {
  try {
    if (isCode(path)) return spellingIn(path, text);
  } catch {
    // The user is in the middle of something.
  }
  const none: readonly Range[] = [];
  return { strings: none, semicolons: none };
}
