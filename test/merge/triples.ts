import fc from 'fast-check';

/** A file without the ends of its lines. */
export type Lines = readonly string[];

/** Three versions of a file. */
export interface Triple {
  readonly base: Lines;
  readonly ours: Lines;
  readonly theirs: Lines;
}

/**
 * @param kinds how many different lines there are, less one
 * @param maxLength how many there may be
 * @returns lines, some of which come back: what makes it ambiguous which of them is new
 */
export function someLines(kinds: number, maxLength: number): fc.Arbitrary<Lines> {
  return fc.array(fc.integer({ min: 0, max: kinds }).map(String), { maxLength });
}

/** A few insertions, exchanges and deletions; new lines are mostly like no other. */
function edited(base: Lines, by: string, kinds: number): fc.Arbitrary<Lines> {
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }).map((it) => `${by}${it}`) },
    { weight: kinds > 0 ? 1 : 0, arbitrary: fc.integer({ min: 0, max: kinds }).map(String) },
  );
  const edit = fc.record({
    at: fc.nat({ max: base.length }),
    drop: fc.nat({ max: 2 }),
    put: fc.array(line, { maxLength: 3 }),
  });
  return fc.array(edit, { maxLength: 3 }).map((edits) => {
    const lines = [...base];
    for (const { at, drop, put } of edits) lines.splice(at, drop, ...put);
    return lines;
  });
}

/**
 * @param base the version that both come from
 * @param kinds above 0: a side may put in lines that are there already
 * @returns that, and two versions with a few changes each
 */
export function triples(base: fc.Arbitrary<Lines>, kinds: number): fc.Arbitrary<Triple> {
  return base.chain((lines) =>
    fc
      .tuple(edited(lines, 'o', kinds), edited(lines, 't', kinds))
      .map(([ours, theirs]) => ({ base: lines, ours, theirs })),
  );
}

/** Lines of which none is like another. */
export const distinct: fc.Arbitrary<Lines> = fc
  .nat({ max: 25 })
  .map((length) => Array.from({ length }, (_, index) => String(index)));
