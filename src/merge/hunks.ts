import { diffArrays } from 'diff';

/** A change of lines: those of the base from `start` to `end` became those from `from` to `to`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

type Lines = readonly string[];

/** Beyond it a file was written anew; the time taken grows with the square of it. */
const mostEdits = 1000;

/**
 * @param base the lines before
 * @param other the lines after
 * @returns what changed, in order, never touching each other; undefined when it is too much to say
 */
export function hunksBetween(base: Lines, other: Lines): readonly Hunk[] | undefined {
  const head = commonHead(base, other);
  const tail = commonHead(
    base.slice(head).toReversed(),
    other.slice(head, other.length).toReversed(),
  );
  const ends = { base: base.length - tail, other: other.length - tail };
  const pairs = pairsBetween(base.slice(head, ends.base), other.slice(head, ends.other));
  if (pairs === undefined) return undefined;
  const hunks: Hunk[] = [];
  let [start, from] = [head, head];
  const last: readonly [number, number] = [ends.base - head, ends.other - head];
  for (const [left, right] of [...pairs, last]) {
    const [end, to] = [left + head, right + head];
    if (end > start || to > from) hunks.push({ start, end, from, to });
    [start, from] = [end + 1, to + 1];
  }
  return slidDown(hunks, base, other);
}

/**
 * @param one some lines
 * @param other others
 * @returns how many are the same at the start
 */
export function commonHead(one: Lines, other: Lines): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one[count] === other[count]) count += 1;
  return count;
}

/** The lines that stayed, as pairs of indices. Lines that only one side has cost nothing. */
function pairsBetween(
  base: Lines,
  other: Lines,
): readonly (readonly [number, number])[] | undefined {
  const inBase = new Set(base);
  const inOther = new Set(other);
  const left = [...base.keys()].filter((index) => inOther.has(base[index] ?? ''));
  const right = [...other.keys()].filter((index) => inBase.has(other[index] ?? ''));
  const changes = diffArrays(
    left.map((index) => base[index]),
    right.map((index) => other[index]),
    { maxEditLength: mostEdits },
  );
  if (changes === undefined) return undefined;
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    for (let n = 0; !added && !removed && n < count; n += 1) {
      pairs.push([left[i + n] ?? 0, right[j + n] ?? 0]);
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  return pairs;
}

/**
 * Among repeated lines it is open which of them are the new ones. As in git they are the last
 * possible, so that two sides that mean the same place name the same.
 */
function slidDown(hunks: readonly Hunk[], base: Lines, other: Lines): readonly Hunk[] {
  const slid: Hunk[] = [];
  for (let hunk of hunks.toReversed()) {
    const next = slid[0] ?? { start: base.length, end: base.length, from: 0, to: 0 };
    while (hunk.end < next.start && canSlide(hunk, base, other)) hunk = moved(hunk);
    if (slid.length > 0 && hunk.end === next.start) {
      slid[0] = { start: hunk.start, end: next.end, from: hunk.from, to: next.to };
    } else slid.unshift(hunk);
  }
  return slid;
}

function canSlide({ start, end, from, to }: Hunk, base: Lines, other: Lines): boolean {
  if (start === end) return other[from] === base[end];
  return from === to && base[start] === other[to];
}

function moved({ start, end, from, to }: Hunk): Hunk {
  return { start: start + 1, end: end + 1, from: from + 1, to: to + 1 };
}
