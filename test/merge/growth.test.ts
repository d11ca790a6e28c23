import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tree } from '../../src/render/tree.ts';
import { cases, casesOf } from '../support/cases.ts';
import { editsOf } from './edits/edits.ts';
import { deeds, done } from './owner.ts';
import {
  grown,
  type Ours,
  optionalLayers,
  owned,
  projectWith,
  requiredBy,
  textsOf,
} from './project.ts';

const runs = { seed: cases.seed };
const order = fc
  .subarray([...optionalLayers], { minLength: 2 })
  .chain((layers) => fc.shuffledSubarray(layers, { minLength: layers.length }));

function tree(layers: readonly string[]): Tree {
  const rendered = projectWith(layers);
  if (rendered === undefined) throw new Error(`${layers.join()} do not go together.`);
  return rendered;
}

/** A project to which one layer after the other is added. */
function grownBy(layers: readonly string[]): Ours {
  return layers.reduce(
    (ours, _, index) => {
      const base = tree(layers.slice(0, index));
      const { after, conflicts } = grown({ base, ours, theirs: tree(layers.slice(0, index + 1)) });
      expect(conflicts).toEqual([]);
      return after;
    },
    owned(tree([])),
  );
}

function withoutMigrations(ours: Ours): Map<string, string> {
  return new Map([...textsOf(ours)].filter(([path]) => !path.startsWith('migrations/')));
}

/** The two projects that a layer may come to: nothing else, and all that does not need it. */
function surroundings(layer: string): readonly (readonly string[])[] {
  const others = optionalLayers.filter((id) => id !== layer && !requiredBy(id).includes(layer));
  return [[], others];
}

describe('layers that are added one by one', () => {
  it('make the same project as all at once, for every pair in both orders', () => {
    for (const one of optionalLayers) {
      for (const other of optionalLayers.filter((id) => id !== one)) {
        expect(textsOf(grownBy([one, other]))).toEqual(textsOf(owned(tree([one, other]))));
      }
    }
  });

  it('make the same project as all at once, in any order', () => {
    fc.assert(
      fc.property(order, (layers) => {
        expect(textsOf(grownBy(layers))).toEqual(textsOf(owned(tree(layers))));
      }),
      { ...runs, numRuns: casesOf(2_000, 50) },
    );
  });
});

describe('a layer that is added and removed again', () => {
  it('leaves a project as it was, apart from migrations', () => {
    fc.assert(
      fc.property(
        fc.subarray([...optionalLayers]),
        fc.constantFrom(...optionalLayers),
        (has, layer) => {
          const [base, theirs] = [tree(has), tree([...has, layer])];
          const { after } = grown({ base, ours: owned(base), theirs });
          const back = grown({ base: theirs, ours: after, theirs: base });
          expect(back.conflicts).toEqual([]);
          expect(withoutMigrations(back.after)).toEqual(withoutMigrations(owned(base)));
        },
      ),
      { ...runs, numRuns: casesOf(2_000, 50) },
    );
  });

  it('leaves a project as its owner had edited it', () => {
    const lost: string[] = [];
    const all = optionalLayers.flatMap((layer) =>
      surroundings(layer).flatMap((around) =>
        editsOf(tree(around)).map((edit) => ({ layer, around, edit })),
      ),
    );
    const some = fc.sample(fc.constantFrom(...all), { ...runs, numRuns: 50 });
    for (const { layer, around, edit } of casesOf(all.length, 50) < all.length ? some : all) {
      const [base, theirs] = [tree(around), tree([...around, layer])];
      const project = new Map([...base].map(([path, { contents }]) => [path, contents]));
      edit.apply(project);
      const ours = owned(project);
      const there = grown({ base, ours, theirs });
      if (there.conflicts.length > 0) continue;
      const back = grown({ base: theirs, ours: there.after, theirs: base });
      const [before, after] = [withoutMigrations(ours), withoutMigrations(back.after)];
      // A file that was dropped on the way comes back as it is rendered.
      const differ = [...before].filter(([path, it]) => theirs.has(path) && after.get(path) !== it);
      lost.push(...differ.map(([path]) => `${edit.name}, ${layer}: ${path}`));
      expect(back.conflicts).toEqual([]);
    }
    expect(lost).toEqual([]);
  });

  it('leaves at random edited projects as they were, where nothing is in conflict', () => {
    const seen = { clean: 0, conflicted: 0 };
    fc.assert(
      fc.property(
        fc.subarray([...optionalLayers]),
        fc.constantFrom(...optionalLayers),
        deeds,
        (has, layer, todo) => {
          const [base, theirs] = [tree(has), tree([...has, layer])];
          const { after: ours, words } = done(owned(base), todo);
          const there = grown({ base, ours, theirs });
          const back = grown({ base: theirs, ours: there.after, theirs: base });
          if (there.conflicts.length + back.conflicts.length > 0) {
            seen.conflicted += 1;
            return;
          }
          seen.clean += 1;
          const text = [...textsOf(back.after).values()].join('\n');
          expect(words.filter((word) => !text.includes(word))).toEqual([]);
          // A file that was dropped on the way comes back as it is rendered.
          const [before, after] = [withoutMigrations(ours), withoutMigrations(back.after)];
          const differ = [...before].filter(
            ([path, it]) => theirs.has(path) && after.get(path) !== it,
          );
          expect(differ.map(([path, it]) => [path, it, after.get(path)])).toEqual([]);
        },
      ),
      { ...runs, numRuns: casesOf(2_000, 50) },
    );
    console.info(seen);
    expect(seen.clean).toBeGreaterThan(seen.conflicted);
  });
});
