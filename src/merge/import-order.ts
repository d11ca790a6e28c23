import type { Hunk } from './hunks.ts';
import type { Sides, Taken } from './merge3.ts';

/**
 * Linters want imports in order, and so does who reads them.
 *
 * @param theirs lines added at a point
 * @param ours lines that the user added there
 * @param sides the lines of both
 * @returns all of them in order; undefined where there is more than imports, or no order
 */
export function importsInOrder(
  theirs: Hunk,
  ours: Hunk,
  sides: Sides,
): readonly Taken[] | undefined {
  const linesOf = (of: 'ours' | 'theirs', { from, to }: Hunk) =>
    sides[of].slice(from, to).map((line, index) => {
      const [, module] = /^import .*\bfrom ['"]([^'"]+)['"];?$/.exec(line) ?? [];
      return { of, span: { start: from + index, end: from + index + 1 }, line, module };
    });
  const [yours, mine] = [linesOf('theirs', theirs), linesOf('ours', ours)];
  const isInOrder = (lines: typeof mine) =>
    lines.every(({ module }, index) => {
      const before = lines[index - 1]?.module;
      return module !== undefined && (before === undefined || compareModules(before, module) <= 0);
    });
  if (!isInOrder(yours) || !isInOrder(mine)) return undefined;
  const own = mine.filter(({ line }) => yours.every((it) => it.line !== line));
  return [...yours, ...own].sort((one, other) =>
    compareModules(one.module ?? '', other.module ?? ''),
  );
}

/** Modules of Node.js, packages, then files. */
function compareModules(one: string, other: string): number {
  const rank = (module: string) =>
    module.startsWith('node:') ? 0 : module.startsWith('.') ? 2 : 1;
  return rank(one) - rank(other) || (one < other ? -1 : Number(one > other));
}
