import { type Hunk, hunksBetween } from './hunks.ts';

type Lines = readonly string[];

/** Lines by number, the first included and the last not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Lines that one of the two sides has. */
export interface Taken {
  readonly of: 'ours' | 'theirs';
  readonly span: Span;
}

/** The lines of both. */
export interface Sides {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** A run of lines of the result. */
export type Piece =
  | { readonly of: 'ours'; readonly span: Span }
  | { readonly of: 'theirs'; readonly span: Span; readonly place: Place }
  | { readonly of: 'conflict'; readonly place: Place };

/** A place that somebody changed. */
export interface Place {
  readonly base: Span;
  readonly ours: Span;
  readonly theirs: Span;
  /** The changes of each side in it. */
  readonly changes: Changes;
}

interface Changes {
  readonly ours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/**
 * Three-way merge as `git merge-file` does it: changes that overlap or touch are a conflict unless
 * they are the same.
 *
 * @param base the lines that both come from
 * @param ours the user's
 * @param theirs the new ones
 * @returns the result in order; what nobody changed counts as ours
 */
export function merge3(base: Lines, ours: Lines, theirs: Lines): readonly Piece[] {
  const changes = { ours: hunksBetween(base, ours), theirs: hunksBetween(base, theirs) };
  const pieces: Piece[] = [];
  const at = { base: 0, ours: 0, theirs: 0 };
  for (const { span, changes: here } of clustersOf(base, ours, theirs, changes)) {
    const sides = {
      base: span,
      ours: { start: at.ours + span.start - at.base, end: endIn(here.ours, span, at, 'ours') },
      theirs: {
        start: at.theirs + span.start - at.base,
        end: endIn(here.theirs, span, at, 'theirs'),
      },
    };
    pieces.push({ of: 'ours', span: { start: at.ours, end: sides.ours.start } });
    pieces.push(pieceOf(sides, here, ours, theirs));
    [at.base, at.ours, at.theirs] = [span.end, sides.ours.end, sides.theirs.end];
  }
  pieces.push({ of: 'ours', span: { start: at.ours, end: ours.length } });
  return pieces;
}

interface Cluster {
  readonly span: Span;
  readonly changes: Changes;
}

/** Runs of changes that touch each other, from whichever side. */
function clustersOf(
  base: Lines,
  ours: Lines,
  theirs: Lines,
  hunks: {
    readonly ours: readonly Hunk[] | undefined;
    readonly theirs: readonly Hunk[] | undefined;
  },
): readonly Cluster[] {
  const whole = (side: Lines) => [{ start: 0, end: base.length, from: 0, to: side.length }];
  const all = [
    ...(hunks.ours ?? whole(ours)).map((hunk) => ({ hunk, side: 'ours' as const })),
    ...(hunks.theirs ?? whole(theirs)).map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((one, other) => one.hunk.start - other.hunk.start || one.hunk.end - other.hunk.end);
  const clusters: { span: Span; changes: { ours: Hunk[]; theirs: Hunk[] } }[] = [];
  for (const { hunk, side } of all) {
    let last = clusters.at(-1);
    if (last === undefined || hunk.start > last.span.end) {
      last = { span: hunk, changes: { ours: [], theirs: [] } };
      clusters.push(last);
    }
    last.span = { start: last.span.start, end: Math.max(last.span.end, hunk.end) };
    last.changes[side].push(hunk);
  }
  return clusters;
}

function endIn(
  hunks: readonly Hunk[],
  span: Span,
  at: { base: number; ours: number; theirs: number },
  side: 'ours' | 'theirs',
): number {
  const last = hunks.at(-1);
  return last === undefined ? at[side] + span.end - at.base : last.to + span.end - last.end;
}

function pieceOf(
  sides: Omit<Place, 'changes'>,
  changes: Changes,
  ours: Lines,
  theirs: Lines,
): Piece {
  const place = { ...sides, changes };
  if (changes.theirs.length === 0) return { of: 'ours', span: sides.ours };
  if (changes.ours.length === 0) return { of: 'theirs', span: sides.theirs, place };
  const mine = ours.slice(sides.ours.start, sides.ours.end);
  const yours = theirs.slice(sides.theirs.start, sides.theirs.end);
  const same = mine.length === yours.length && mine.every((line, index) => line === yours[index]);
  if (same) return { of: 'ours', span: sides.ours };
  return { of: 'conflict', place };
}
