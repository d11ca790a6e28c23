import { commonHead, type Hunk } from './hunks.ts';
import { importsInOrder } from './import-order.ts';
import type { Place, Sides, Span, Taken } from './merge3.ts';

/**
 * Two changes that only touch can both stand when one of them only adds or only takes away: a line
 * of the user beside a line of a layer.
 *
 * @param place where both sides changed something
 * @param sides the lines of both
 * @returns what it is with both changes, additions at one point theirs first; undefined when they
 *   overlap, or say the same differently
 */
export function bothChanges({ changes }: Place, sides: Sides): readonly Taken[] | undefined {
  const theirs = changes.theirs.filter(
    (hunk) => !changes.ours.some((own) => isSame(own, hunk, sides)),
  );
  const all = [...tagged(theirs, 'theirs'), ...tagged(changes.ours, 'ours')].sort(
    (one, other) => one.hunk.start - other.hunk.start || one.hunk.end - other.hunk.end,
  );
  const taken: Taken[] = [];
  let furthest = all[0]?.hunk;
  for (const [index, { hunk, of }] of all.entries()) {
    const before = all[index - 1];
    if (index > 0 && furthest && !canStandBeside(furthest, hunk)) return undefined;
    if (furthest === undefined || hunk.end > furthest.end) furthest = hunk;
    if (before !== undefined && before.of !== of && isAddedAt(before.hunk, hunk)) {
      const together = bothAdded(before.hunk, hunk, sides);
      if (together === undefined) return undefined;
      taken.splice(-1, 1, ...together);
    } else taken.push({ of, span: spanOf(hunk) });
  }
  return taken;
}

function tagged(hunks: readonly Hunk[], of: 'ours' | 'theirs') {
  return hunks.map((hunk) => ({ hunk, of }));
}

function spanOf({ from, to }: Hunk): Span {
  return { start: from, end: to };
}

function textOf(lines: readonly string[], { from, to }: Hunk): readonly string[] {
  return lines.slice(from, to);
}

function isSame(own: Hunk, hunk: Hunk, { ours, theirs }: Sides): boolean {
  if (own.start !== hunk.start || own.end !== hunk.end) return false;
  return textOf(ours, own).join('\n') === textOf(theirs, hunk).join('\n');
}

function canStandBeside(before: Hunk, after: Hunk): boolean {
  // What both take away is gone, whoever takes away more.
  if (before.from === before.to && after.from === after.to) return true;
  if (after.start < before.end) return false;
  return after.start > before.end || isPure(before) || isPure(after);
}

/** Whether it only adds or only takes away. */
function isPure({ start, end, from, to }: Hunk): boolean {
  return start === end || from === to;
}

function isAddedAt(before: Hunk, after: Hunk): boolean {
  return before.start === after.start && before.end === before.start && after.end === after.start;
}

/** What both begin or end with is there once, unless nothing but brackets and ends are the same. */
function bothAdded(theirs: Hunk, ours: Hunk, sides: Sides): readonly Taken[] | undefined {
  const imports = importsInOrder(theirs, ours, sides);
  if (imports !== undefined) return imports;
  const [yours, mine] = [textOf(sides.theirs, theirs), textOf(sides.ours, ours)];
  if (!sayTheSame(yours, mine)) {
    return [
      { of: 'theirs', span: spanOf(theirs) },
      { of: 'ours', span: spanOf(ours) },
    ];
  }
  const head = commonHead(yours, mine);
  const tail = commonHead(yours.slice(head).toReversed(), mine.slice(head).toReversed());
  if (sayTheSame(yours.slice(head, yours.length - tail), mine.slice(head, mine.length - tail))) {
    return undefined;
  }
  return [
    { of: 'ours', span: { start: ours.from, end: ours.from + head } },
    { of: 'theirs', span: { start: theirs.from + head, end: theirs.to - tail } },
    { of: 'ours', span: { start: ours.from + head, end: ours.to } },
  ];
}

/** Whether they have a line in common among those that are indented least: the heads of things. */
function sayTheSame(one: readonly string[], other: readonly string[]): boolean {
  const heads = new Set(headsOf(one));
  return headsOf(other).some((line) => heads.has(line));
}

function headsOf(lines: readonly string[]): readonly string[] {
  const telling = lines.filter((line) => /\w/.test(line) && !/^\s*<\//.test(line));
  const least = Math.min(...telling.map((line) => line.search(/\S/)));
  return telling.filter((line) => line.search(/\S/) === least);
}
