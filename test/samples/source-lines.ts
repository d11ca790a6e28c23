import { parseSync, Visitor } from 'rolldown/utils';

/** A function in a source file. */
export interface FoundFunction {
  readonly line: number;
  readonly lines: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * @param path a source file; its ending tells the language
 * @param contents its text
 * @returns its lines as cloc counts them: without blank ones and those that only comment
 */
export function codeLines(path: string, contents: string): number {
  let text = contents;
  for (const { start, end } of parsed(path, contents).comments) {
    const blank = contents.slice(start, end).replace(/[^\n]/g, ' ');
    text = `${text.slice(0, start)}${blank}${text.slice(end)}`;
  }
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/**
 * @param path a source file; its ending tells the language
 * @param contents its text
 * @returns where its functions begin, and how many lines they have of their own: a function that
 *   returns an object of functions is as long as what is around these
 */
export function functionsOf(path: string, contents: string): readonly FoundFunction[] {
  const spans: Span[] = [];
  const note = ({ start, end }: Span) => spans.push({ start, end });
  new Visitor({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
  }).visit(parsed(path, contents).program);
  const lineAt = (position: number) => contents.slice(0, position).split('\n').length;
  const within = (a: Span, b: Span) => a !== b && a.start >= b.start && a.end <= b.end;
  return spans.map((span) => {
    const inside = spans.filter((it) => within(it, span));
    const direct = inside.filter((it) => !inside.some((other) => within(it, other)));
    const length = ({ start, end }: Span) => lineAt(end) - lineAt(start);
    const lines = length(span) + 1 - direct.reduce((all, it) => all + length(it), 0);
    return { line: lineAt(span.start), lines };
  });
}

function parsed(path: string, contents: string) {
  const result = parseSync(path, contents);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]?.message}`);
  return result;
}
