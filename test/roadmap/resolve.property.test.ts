import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/project/templates.ts';
import type { Answers } from '../../src/roadmap/answers.ts';
import type { Catalogue } from '../../src/roadmap/catalogue.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import { RoadmapError } from '../../src/roadmap/roadmap-error.ts';
import { cases } from '../support/cases.ts';
import { answersAbout, anyCatalogue } from './arbitraries.ts';
import { oracle } from './oracle.ts';

const real = catalogueOf(await loadTemplates());
const questions = {
  'a random roadmap': anyCatalogue.chain((catalogue) =>
    fc.record({ catalogue: fc.constant(catalogue), answers: answersAbout(catalogue) }),
  ),
  'the real roadmap': fc.record({ catalogue: fc.constant(real), answers: answersAbout(real) }),
};

describe.each(Object.entries(questions))('on %s', (_, question) => {
  it('resolve agrees with an oracle that was written differently', () => {
    fc.assert(
      fc.property(question, ({ answers, catalogue }) => {
        const selection = resolved(answers, catalogue);
        const verdict = oracle(answers, catalogue);
        expect(
          selection && {
            layers: selection.layers,
            named: selection.answers.layers,
            implied: selection.implied.map(({ layer }) => layer),
            leftOut: selection.leftOut.map(({ layer }) => layer),
          },
        ).toEqual(verdict);
      }),
      cases,
    );
  });

  it('the recorded answers give the same project again', () => {
    fc.assert(
      fc.property(question, ({ answers, catalogue }) => {
        const first = resolved(answers, catalogue);
        if (first === undefined) return;
        const again = resolve({ name: first.name, ...first.answers }, catalogue);
        expect(again).toEqual({ ...first, leftOut: [] });
      }),
      cases,
    );
  });

  it('the order in which things are said makes no difference', () => {
    fc.assert(
      fc.property(question, ({ answers, catalogue }) => {
        const { layers, without = [], choices = {} } = answers;
        const backwards = {
          ...answers,
          ...(layers === undefined ? {} : { layers: layers.toReversed() }),
          without: without.toReversed(),
          choices: Object.fromEntries(Object.entries(choices).toReversed()),
        };
        expect(resolved(backwards, catalogue)).toEqual(resolved(answers, catalogue));
      }),
      cases,
    );
  });
});

function resolved(answers: Answers, catalogue: Catalogue) {
  try {
    return resolve(answers, catalogue);
  } catch (error) {
    if (error instanceof RoadmapError && error.code === 'impossible') return undefined;
    throw error;
  }
}
