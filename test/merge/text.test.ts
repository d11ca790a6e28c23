import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '../../src/merge/merge-text.ts';
import { merge3 } from '../../src/merge/merge3.ts';
import { ownText } from '../../src/merge/own-text.ts';
import { cases, casesOf } from '../support/cases.ts';
import { distinct, type Lines, type Triple, triples } from './triples.ts';

const runs = { seed: cases.seed, numRuns: casesOf(10_000, 500) };
const text = (lines: Lines) => lines.map((line) => `${line}\n`).join('');

/** Prose, where whatever touches may stand beside each other. */
function merged({ base, ours, theirs }: Triple) {
  const own = ownText(new TextEncoder().encode(text(ours)));
  if (own === undefined) throw new Error('It is text.');
  const texts = { path: 'a.md', base: text(base), ours: own, theirs: text(theirs), label: 'it' };
  const { text: result, conflicted } = mergeText(texts);
  return { lines: result.split('\n').slice(0, -1), conflicted };
}

/** A side in its own words, so that no two changes say the same. */
const anyTriple = triples(distinct, 0).filter(({ ours, theirs }) =>
  [ours, theirs].every((lines) => new Set(lines).size === lines.length),
);

describe('the merge of a text whose changes may touch', () => {
  it('never is in conflict where git would not be', () => {
    fc.assert(
      fc.property(anyTriple, (triple) => {
        const { base, ours, theirs } = triple;
        const strict = merge3(base, ours, theirs).some(({ of }) => of === 'conflict');
        if (!strict) expect(merged(triple).conflicted).toBe(false);
      }),
      runs,
    );
  });

  it('keeps in a clean result all that was put in, in order, and nothing that was taken out', () => {
    const seen = { clean: 0, conflicted: 0 };
    fc.assert(
      fc.property(anyTriple, (triple) => {
        const { base, ours, theirs } = triple;
        const { lines, conflicted } = merged(triple);
        seen[conflicted ? 'conflicted' : 'clean'] += 1;
        if (conflicted) return;
        const expected = [...ours, ...theirs].filter((line) =>
          base.includes(line) ? ours.includes(line) && theirs.includes(line) : true,
        );
        expect(lines.toSorted()).toEqual([...new Set(expected)].sort());
        for (const side of [ours, theirs]) {
          const its = lines.filter((line) => side.includes(line));
          expect(its).toEqual(side.filter((line) => lines.includes(line)));
        }
      }),
      runs,
    );
    console.info(seen);
    expect(seen.clean).toBeGreaterThan(seen.conflicted);
  });

  it('has in a conflict both versions in full', () => {
    fc.assert(
      fc.property(anyTriple, (triple) => {
        const { lines, conflicted } = merged(triple);
        if (!conflicted) return;
        const added = [...triple.ours, ...triple.theirs].filter((it) => !triple.base.includes(it));
        expect(lines).toEqual(expect.arrayContaining(added));
      }),
      runs,
    );
  });
});
