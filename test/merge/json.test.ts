import fc from 'fast-check';
import { getNodeValue } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/merge/json-parts.ts';
import { mergeJson } from '../../src/merge/merge-json.ts';
import { cases, casesOf } from '../support/cases.ts';
import { type Json, mergedValue, withSets } from './json-oracle.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e f', '"', '$schema', 'zod', '@types/node');
const scalar = fc.oneof(
  fc.nat({ max: 9 }),
  fc.constantFrom('x', 'y', '//', ',', '{}'),
  fc.boolean(),
);
const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.uniqueArray(scalar, { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const anyObject = fc.dictionary(key, anyValue, { maxKeys: 6, noNullPrototype: true });

/** Some members changed, taken out or added, also deeper down. */
function edited(value: Json): fc.Arbitrary<Json> {
  if (typeof value !== 'object' || Array.isArray(value)) {
    return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, anyValue);
  }
  const members = Object.entries(value).map(([name, member]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([[name, member]] as [string, Json][]) },
      { weight: 2, arbitrary: edited(member).map((it): [string, Json][] => [[name, it]]) },
      fc.constant<[string, Json][]>([]),
    ),
  );
  const more = fc.dictionary(key, anyValue, { maxKeys: 2, noNullPrototype: true });
  return fc.tuple(fc.tuple(...members), more).map(([kept, added]) => {
    return { ...added, ...Object.fromEntries(kept.flat()) };
  });
}

const styles = fc.record({
  indent: fc.constantFrom(undefined, 2, 4, '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  comments: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
});
const triples = anyObject.chain((base) =>
  fc.tuple(fc.constant<Json>(base), edited(base), edited(base), styles),
);

/** As somebody writes it, with comments of their own before and after members. */
function written(value: Json, style: typeof styles extends fc.Arbitrary<infer T> ? T : never) {
  const { indent, lineEnd, comments } = style;
  let count = 0;
  const text = JSON.stringify(value, null, indent);
  const commented = text
    .split('\n')
    .map((line, index) => {
      const indentation = line.slice(0, line.search(/\S/));
      if (indent === undefined || !comments[index % comments.length]) return line;
      count += 1;
      const isBefore = index % 2 === 0 && index > 0;
      return isBefore ? `${indentation}// no ${count}\n${line}` : `${line} // no ${count}`;
    })
    .join(lineEnd)
    .replaceAll(/\r?\n/g, lineEnd);
  return { text: commented, comments: count };
}

const rendered = (value: Json) => `${JSON.stringify(value, null, 2)}\n`;

describe('the merge of JSON', () => {
  it('comes to the value that an independent merge of values comes to, comments kept', () => {
    fc.assert(
      fc.property(triples, ([base, ours, theirs, style]) => {
        const own = written(ours, style);
        const result = mergeJson(rendered(base), own.text, rendered(theirs));
        const expected = mergedValue(base, ours, theirs);
        expect(result, own.text).toBeDefined();
        const root = parseJson(result?.text ?? '');
        expect(root && withSets(getNodeValue(root)), result?.text).toEqual(
          withSets(expected.value),
        );
        expect(result?.values.map(({ path }) => path)).toEqual(expected.conflicts);
        for (let index = 1; index <= own.comments; index += 1) {
          expect(result?.text).toMatch(new RegExp(`// no ${index}(?!\\d)`));
        }
      }),
      { numRuns: casesOf(5_000, 200), seed: cases.seed },
    );
  });

  it('leaves the text as it is where nothing changed in ours, or both say the same', () => {
    fc.assert(
      fc.property(triples, ([base, ours, , style]) => {
        const { text } = written(ours, style);
        expect(mergeJson(rendered(base), text, rendered(base))?.text).toBe(text);
        expect(mergeJson(rendered(base), text, rendered(ours))?.text).toBe(text);
      }),
      { numRuns: casesOf(5_000, 200), seed: cases.seed },
    );
  });

  it('leaves line ends and indentation to the user', () => {
    const base = { name: 'shop', scripts: { dev: 'x' } };
    const theirs = {
      name: 'shop',
      scripts: { dev: 'x', test: 'y' },
      more: { deep: [1, { a: 2 }] },
    };
    const ours = '{\r\n\t"name": "mine",\r\n\t"scripts": {\r\n\t\t"dev": "x"\r\n\t}\r\n}';
    expect(mergeJson(rendered(base), ours, rendered(theirs))?.text).toBe(
      [
        ...['{', '\t"name": "mine",', '\t"scripts": {', '\t\t"dev": "x",', '\t\t"test": "y"'],
        ...['\t},', '\t"more": {', '\t\t"deep": [', '\t\t\t1,', '\t\t\t{', '\t\t\t\t"a": 2'],
        ...['\t\t\t}', '\t\t]', '\t}', '}'],
      ].join('\r\n'),
    );
  });

  it('puts a dependency where npm would, and takes out what nobody changed', () => {
    const base = { dependencies: { fastify: '5', ioredis: '6' } };
    const theirs = { dependencies: { fastify: '5', jose: '6', zod: '4' } };
    const ours = { dependencies: { dayjs: '1', fastify: '5', ioredis: '6', slugify: '1' } };
    expect(mergeJson(rendered(base), rendered(ours), rendered(theirs))?.text).toBe(
      rendered({ dependencies: { dayjs: '1', fastify: '5', jose: '6', slugify: '1', zod: '4' } }),
    );
  });

  it('keeps the user’s value where both want something else, and lists it', () => {
    const [base, ours, theirs] = [{ a: { b: 1 } }, { a: { b: 2 } }, { a: { b: 3 }, c: 4 }];
    const result = mergeJson(rendered(base), rendered(ours), rendered(theirs));
    expect(result?.text).toBe(rendered({ a: { b: 2 }, c: 4 }));
    expect(result?.values).toEqual([{ path: ['a', 'b'], base: 1, ours: 2, theirs: 3 }]);
  });

  it('keeps what the user changed and we drop, and says so', () => {
    const [base, ours, theirs] = [{ a: { b: '1', c: '1' } }, { a: { b: '2', c: '1' } }, {}];
    const result = mergeJson(rendered(base), rendered(ours), rendered(theirs));
    expect(result).toEqual({ text: rendered({ a: { b: '2' } }), values: [], left: ['a.b'] });
  });

  it('keeps arrays in one line there', () => {
    const [base, ours] = ['{ "a": ["x", "y"] }\n', '{ "a": ["x", "mine", "y"] } // ok\n'];
    const theirs = '{ "a": ["w", "x", "y", "z"] }\n';
    const result = mergeJson(base, ours, theirs);
    expect(result?.text).toBe('{ "a": ["w", "x", "mine", "y", "z"] } // ok\n');
  });

  it('takes out of an array in one line what we dropped, and leaves no gap', () => {
    const [base, theirs] = ['{ "a": ["x", "y"] }\n', '{ "a": ["y"] }\n'];
    const own = '{ "a": ["x", "y", "mine"], "b": 1 }';
    expect(mergeJson(base, own, theirs)?.text).toBe('{ "a": ["y", "mine"], "b": 1 }');
  });

  it('leaves a comment behind a bracket where it is', () => {
    const own = '{\n  "a": { // mine\n    /* b */ "b": 1\n  }\n}\n';
    const result = mergeJson('{ "a": { "b": 1 } }\n', own, '{ "a": { "a": 0, "b": 1 } }\n');
    expect(result?.text).toBe('{\n  "a": { // mine\n    "a": 0,\n    /* b */ "b": 1\n  }\n}\n');
  });

  it('does not touch what is not JSON', () => {
    expect(mergeJson('{}\n', '{ "a": }\n', '{ "b": 1 }\n')).toBeUndefined();
  });
});
