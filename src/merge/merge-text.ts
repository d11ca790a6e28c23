import { bothChanges } from './both-changes.ts';
import { commonHead } from './hunks.ts';
import { merge3, type Piece, type Place, type Span, type Taken } from './merge3.ts';
import { inUsersWay, linesEnding, linesOf, type OwnText } from './own-text.ts';
import { accepts, hasSyntax, isProse } from './syntax.ts';

/** A merged file. */
export interface MergedText {
  readonly text: string;
  readonly conflicted: boolean;
}

/** What is merged: rendered text without an own way of being written, and the user's file. */
export interface TextsToMerge {
  readonly path: string;
  /** Empty when there was no such file. */
  readonly base: string;
  readonly ours: OwnText;
  readonly theirs: string;
  /** Who wants the change, for the marker of a conflict. */
  readonly label: string;
}

interface Sides {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** One side of a conflict left open, or both settled. */
type Settled = Taken | { readonly of: 'conflict'; readonly place: Place };

/**
 * Merges by lines. Where the changes of both only touch, both are kept if the language of the file
 * allows it, and what would not parse is never called clean.
 *
 * @param texts base, ours and theirs
 * @returns the file in the user's way of writing it, with markers where it is conflicted
 */
export function mergeText(texts: TextsToMerge): MergedText {
  const { path, base, ours, label } = texts;
  const theirs = withoutTwinImports(texts);
  const sides = { base: linesOf(base), ours: linesOf(ours.plain), theirs: linesOf(theirs) };
  const pieces = merge3(sides.base, sides.ours, sides.theirs);
  const isRight = (settled: readonly Settled[]) =>
    isProse(path) || accepts(path, plainOf(settled, sides), [ours.plain, theirs]);
  const settled = settle(pieces, sides, path, isRight);
  const conflicted = settled.some(({ of }) => of === 'conflict');
  const raw = {
    base: linesEnding(base, ours.lineEnd),
    ours: ours.lines,
    theirs: linesEnding(theirs, ours.lineEnd),
  };
  const lines = settled.flatMap((piece) =>
    piece.of === 'conflict'
      ? marked(piece.place, raw, label, ours.lineEnd)
      : taken(raw[piece.of], piece.span),
  );
  return { text: inUsersWay(lines, ours), conflicted };
}

function settle(
  pieces: readonly Piece[],
  sides: Sides,
  path: string,
  isRight: (settled: readonly Settled[]) => boolean | undefined,
): readonly Settled[] {
  const settled: Settled[][] = pieces.map((piece) => [piece]);
  const isClean = pieces.every(({ of }) => of !== 'conflict');
  if (!hasSyntax(path) && !isProse(path)) return settled.flat();
  if (isClean && isRight(settled.flat()) === false) {
    // What fits by lines and yet not together is left to the user.
    return pieces.map((piece) => (piece.of === 'theirs' ? { ...piece, of: 'conflict' } : piece));
  }
  for (const [index, piece] of pieces.entries()) {
    const both = piece.of === 'conflict' ? bothChanges(piece.place, sides) : undefined;
    if (both === undefined) continue;
    const before = settled[index] ?? [];
    settled[index] = [...both];
    if (!isRight(settled.flat())) settled[index] = before;
  }
  return settled.flat();
}

/** An import that both added in the same words is needed once, wherever each has put it. */
function withoutTwinImports({ path, base, ours, theirs }: TextsToMerge): string {
  if (!hasSyntax(path)) return theirs;
  const before = new Set(linesOf(base));
  const mine = new Set(linesOf(ours.plain).filter((line) => !before.has(line)));
  const isTwin = (line: string) => /^import .*;$/.test(line) && mine.has(line);
  return linesOf(theirs)
    .filter((line) => !isTwin(line))
    .map((line) => `${line}\n`)
    .join('');
}

function plainOf(settled: readonly Settled[], sides: Sides): string {
  const lines = settled.flatMap((piece) =>
    piece.of === 'conflict'
      ? taken(sides.ours, piece.place.ours)
      : taken(sides[piece.of], piece.span),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function taken(lines: readonly string[], { start, end }: Span): readonly string[] {
  return lines.slice(start, end);
}

/** Where nothing was before, what both begin and end with is no part of the conflict. */
function marked(place: Place, sides: Sides, label: string, lineEnd: string): readonly string[] {
  const base = taken(sides.base, place.base);
  const [ours, theirs] = [taken(sides.ours, place.ours), taken(sides.theirs, place.theirs)];
  const head = base.length === 0 ? commonHead(ours, theirs) : 0;
  const rest = { ours: ours.slice(head).toReversed(), theirs: theirs.slice(head).toReversed() };
  const tail = base.length === 0 ? commonHead(rest.ours, rest.theirs) : 0;
  return [
    ...ours.slice(0, head),
    `<<<<<<< yours${lineEnd}`,
    ...ours.slice(head, ours.length - tail),
    `||||||| before${lineEnd}`,
    ...base,
    `=======${lineEnd}`,
    ...theirs.slice(head, theirs.length - tail),
    `>>>>>>> ${label}${lineEnd}`,
    ...ours.slice(ours.length - tail),
  ];
}
