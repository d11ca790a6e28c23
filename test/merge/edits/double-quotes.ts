import { parseSync, Visitor } from 'rolldown/utils';

/**
 * @param text a source file
 * @param path of it; its ending tells the language
 * @returns the same with double quotes around every string, as a formatter would put them: regular
 *   expressions, templates and comments stay, and so do strings that would need an escape
 */
export function withDoubleQuotes(text: string, path: string): string {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const marks = new Set<number>();
  new Visitor({
    Literal({ start, end }) {
      if (!/^'[^'"\\]*'$/.test(text.slice(start, end))) return;
      marks.add(start).add(end - 1);
    },
  }).visit(program);
  return text.replaceAll("'", (mark, at: number) => (marks.has(at) ? '"' : mark));
}
