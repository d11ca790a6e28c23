import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPair, pairsOf, rowOf } from '../templates/selections.ts';
import { ownChecks } from './own-checks.ts';
import { catalogue, type Sample, sampleWith, seed } from './samples.ts';

const isFull = process.env.FULL !== undefined;

/** Any two layers, or values of two choices, that can be had together. */
const pairs = pairsOf(catalogue).filter((pair) => !Object.values(pair).includes('out'));

/** For each of them the project that has both, what they require, and nothing else. */
const smallest: ReadonlyMap<string, Sample> = new Map(
  pairs.map((pair) => {
    const sample = sampleWith(
      ...Object.entries(pair).map(([id, value]) => (value === 'in' ? id : value)),
    );
    return [sample.name, sample];
  }),
);

/** The whole table takes half an hour: without FULL, the seed chooses one. */
const tried = isFull
  ? [...smallest.values()]
  : fc.sample(fc.constantFrom(...smallest.values()), { seed, numRuns: 1 });

describe('the projects that are tried for every two layers', () => {
  it('have all that can be had together', () => {
    const rows = [...smallest.values()].map(({ selection }) => rowOf(selection));
    expect(pairs.filter((pair) => !rows.some((row) => hasPair(row, pair)))).toEqual([]);
  });
});

describe.each(tried)('the smallest project with two layers, $name', ownChecks);
