import { load } from 'js-yaml';
import { blocksClose, elementsClose, idsIn } from './brackets.ts';
import { isCode, namesIn } from './code.ts';

/** What a text names twice in one place, e.g. a declaration or the key of an object. */
type Repeats = ReadonlySet<string>;

/**
 * @param path of a file
 * @returns whether a merge of such files can be judged
 */
export function hasSyntax(path: string): boolean {
  return isCode(path) || /\.(?:ya?ml|html|svg|css)$/.test(path);
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

function repeatsIn(path: string, text: string): Repeats | undefined {
  if (path.endsWith('.css')) return blocksClose(text) ? new Set() : undefined;
  if (/\.(?:html|svg)$/.test(path)) return elementsClose(text) ? repeated(idsIn(text)) : undefined;
  try {
    if (isCode(path)) return repeated(namesIn(path, text));
    load(text);
    return new Set();
  } catch {
    return undefined;
  }
}

function repeated(names: readonly { readonly place: string; readonly name: string }[]): Repeats {
  const seen = new Set<string>();
  const twice = names.filter(({ place, name }) => {
    const isThere = seen.has(`${place} ${name}`);
    seen.add(`${place} ${name}`);
    return isThere;
  });
  return new Set(twice.map(({ name }) => name));
}
