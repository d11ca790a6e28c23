import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge3 } from '../../src/merge/merge3.ts';
import { cases, casesOf } from '../support/cases.ts';
import { scratch } from '../support/scratch.ts';
import { distinct, type Lines, someLines, type Triple, triples } from './triples.ts';

const runs = { seed: cases.seed, endOnFailure: true };

const anyTriple = fc.oneof(triples(distinct, 0), triples(someLines(5, 20), 5));

/** The merged lines; undefined when there is a conflict. */
function merged({ base, ours, theirs }: Triple): Lines | undefined {
  const sides = { ours, theirs };
  const lines: string[] = [];
  for (const piece of merge3(base, ours, theirs)) {
    if (piece.of === 'conflict') return undefined;
    lines.push(...sides[piece.of].slice(piece.span.start, piece.span.end));
  }
  return lines;
}

/** The same by git. */
function mergedByGit(folder: string, triple: Triple): Lines | undefined {
  const paths = (['ours', 'base', 'theirs'] as const).map((side) => {
    const path = join(folder, side);
    writeFileSync(path, triple[side].map((line) => `${line}\n`).join(''));
    return path;
  });
  const git = spawnSync('git', ['merge-file', '-p', ...paths], { encoding: 'utf8' });
  return git.status === 0 ? git.stdout.split('\n').slice(0, -1) : undefined;
}

describe('the merge of lines', () => {
  it('takes what only one side changed', () => {
    fc.assert(
      fc.property(anyTriple, ({ base, ours, theirs }) => {
        expect(merged({ base, ours: base, theirs })).toEqual(theirs);
        expect(merged({ base, ours, theirs: base })).toEqual(ours);
        expect(merged({ base, ours, theirs: ours })).toEqual(ours);
      }),
      { ...runs, numRuns: casesOf(10_000, 500) },
    );
  });

  it('is clean, or not, whichever side is whose', () => {
    fc.assert(
      fc.property(anyTriple, ({ base, ours, theirs }) => {
        expect(merged({ base, ours: theirs, theirs: ours })).toEqual(
          merged({ base, ours, theirs }),
        );
      }),
      { ...runs, numRuns: casesOf(10_000, 500) },
    );
  });

  it('does to the line what git merge-file does where every line is like no other', () => {
    const folder = scratch();
    fc.assert(
      fc.property(triples(distinct, 0), (triple) => {
        expect(merged(triple)).toEqual(mergedByGit(folder, triple));
      }),
      { ...runs, numRuns: casesOf(5_000, 100) },
    );
  });

  it('differs from it only where repeated lines leave open which of them are new', () => {
    const folder = scratch();
    const numRuns = casesOf(5_000, 100);
    const found = fc
      .sample(triples(someLines(5, 20), 5), { numRuns, seed: cases.seed })
      .map((triple) => ({ triple, ours: merged(triple), git: mergedByGit(folder, triple) }))
      .filter(({ ours, git }) => JSON.stringify(ours) !== JSON.stringify(git));
    const repeats = (lines: Lines) => new Set(lines).size < lines.length;
    const ambiguous = found.filter(({ triple }) => Object.values(triple).some(repeats));
    const clean = found.filter(({ ours, git }) => ours !== undefined && git !== undefined);
    for (const { triple, ours, git } of found.slice(0, 20)) {
      const [base, mine, theirs] = [triple.base, triple.ours, triple.theirs].map((it) =>
        it.join(' '),
      );
      console.info(`${base} | ${mine} | ${theirs}: we ${ours?.join(' ')}, git ${git?.join(' ')}`);
    }
    console.info(
      `${found.length} of ${numRuns} differ from git, ${clean.length} of them clean in both`,
    );
    expect(ambiguous).toHaveLength(found.length);
    expect(found.length).toBeLessThanOrEqual(Math.max(5, 0.03 * numRuns));
    expect(clean.length).toBeLessThanOrEqual(Math.max(2, 0.002 * numRuns));
  });

  it('keeps in a clean result every line that either side put in', () => {
    fc.assert(
      fc.property(triples(distinct, 0), (triple) => {
        const result = merged(triple);
        fc.pre(result !== undefined);
        const added = [...triple.ours, ...triple.theirs].filter((it) => !triple.base.includes(it));
        expect(result).toEqual(expect.arrayContaining(added));
      }),
      { ...runs, numRuns: casesOf(5_000, 500) },
    );
  });

  it('says of a file that was written anew that it is one conflict, and quickly', () => {
    const lines = (by: string) => Array.from({ length: 6000 }, (_, index) => `${by}${index}`);
    const began = performance.now();
    const shuffled = lines('b').toReversed();
    const pieces = merge3(lines('b'), shuffled, [...lines('b'), 'new']);
    expect(pieces.filter(({ of }) => of === 'conflict')).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
