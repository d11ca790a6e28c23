import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/project/templates.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { cases } from '../support/cases.ts';
import {
  allSelections,
  commonLayers,
  coveringSelections,
  factorsOf,
  hasPair,
  pairsOf,
  rowOf,
} from './selections.ts';

const catalogue = catalogueOf(await loadTemplates());
const most = Object.values(factorsOf(catalogue))
  .map((values) => values.length)
  .sort((a, b) => b - a);

describe.each([1, 2, cases.seed])('the covering selections of seed %i', (seed) => {
  const rows = coveringSelections(catalogue, seed).map(rowOf);

  it('have every two values that can stand beside each other', () => {
    const missing = pairsOf(catalogue).filter((pair) => !rows.some((row) => hasPair(row, pair)));
    expect(missing).toEqual([]);
  });

  it('are few', () => {
    expect(rows.length).toBeLessThanOrEqual(3 * (most[0] ?? 1) * (most[1] ?? 1));
  });

  it('are the same for the same seed', () => {
    expect(coveringSelections(catalogue, seed).map(rowOf)).toEqual(rows);
  });
});

describe('all selections of the common layers', () => {
  const keyOf = ({ layers }: Pick<Selection, 'layers'>) => [...layers].sort().join();
  const found = allSelections(commonLayers, catalogue).map(keyOf);

  it('are exactly the subsets that nothing has to be added to', () => {
    const optional = Object.keys(commonLayers).filter((id) => id !== 'http');
    const subsets = optional.reduce<readonly string[][]>(
      (before, id) => before.flatMap((layers) => [layers, [...layers, id]]),
      [['http']],
    );
    const kept = subsets
      .map((layers) => resolve({ name: 'shop', layers }, catalogue))
      .filter(({ implied }) => implied.length === 0);
    expect(found.toSorted()).toEqual(kept.map(keyOf).toSorted());
  });
});
