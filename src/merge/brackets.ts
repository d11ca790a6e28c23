/** Elements that have no end. */
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);

/**
 * @param text HTML as people write it
 * @returns whether every element that begins also ends, in the right order
 */
export function elementsClose(text: string): boolean {
  const open: string[] = [];
  const code = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g;
  for (const [, slash, name = '', rest = ''] of text
    .replaceAll(code, '')
    .matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g)) {
    const element = name.toLowerCase();
    if (empty.has(element) || rest.endsWith('/')) continue;
    if (slash === '') open.push(element);
    else if (open.pop() !== element) return false;
  }
  return open.length === 0;
}

/**
 * @param text HTML
 * @returns its ids, as often as they are given
 */
export function idsIn(text: string): readonly { readonly place: string; readonly name: string }[] {
  return [...text.matchAll(/\bid="([^"]+)"/g)].map(([, name = '']) => ({ place: 'page', name }));
}

/**
 * @param text CSS
 * @returns whether every block that begins also ends
 */
export function blocksClose(text: string): boolean {
  const brackets = text.replaceAll(/\/\*[\s\S]*?\*\/|"[^"\n]*"|'[^'\n]*'|[^{}]/g, '');
  let depth = 0;
  for (const bracket of brackets) {
    depth += bracket === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
