import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/project/templates.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { cases } from '../support/cases.ts';
import { coveringSelections, factorsOf, isPossible, rowOf } from './selections.ts';

const catalogue = catalogueOf(await loadTemplates());
const factors = Object.entries(factorsOf(catalogue));
const pairs = factors.flatMap(([one, values], index) =>
  factors
    .slice(index + 1)
    .flatMap(([other, others]) =>
      values.flatMap((a) => others.map((b) => ({ [one]: a, [other]: b }))),
    ),
);

describe.each([1, 2, cases.seed])('the covering selections of seed %i', (seed) => {
  const rows = coveringSelections(catalogue, seed).map(rowOf);

  it('have every two values that can stand beside each other', () => {
    const missing = pairs
      .filter((pair) => isPossible(pair, catalogue))
      .filter((pair) => {
        const has = (row: (typeof rows)[number]) =>
          Object.entries(pair).every(([id, value]) => (row[id] ?? 'out') === value);
        return !rows.some(has);
      });
    expect(missing).toEqual([]);
  });

  it('are few', () => {
    const most = factors.map(([, values]) => values.length).sort((a, b) => b - a);
    expect(rows.length).toBeLessThanOrEqual(3 * (most[0] ?? 1) * (most[1] ?? 1));
  });

  it('are the same for the same seed', () => {
    expect(coveringSelections(catalogue, seed).map(rowOf)).toEqual(rows);
  });
});
