import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCode } from '../../src/merge/code.ts';
import { accepts } from '../../src/merge/syntax.ts';
import type { Tree } from '../../src/render/tree.ts';
import { cases, casesOf } from '../support/cases.ts';
import { editsOf } from './edits/edits.ts';
import { grown, optionalLayers, owned, projectWith, requiredBy, textsOf } from './project.ts';

/** What a person would leave to its owner as well, and why. */
const judged: Readonly<Record<string, string>> = {
  'renames a source + database: src/storage.ts':
    'The whole file is another one with a database; its owner has changed an import in it.',
  'renames a source + indexes: src/storage.ts': 'They bring the database along.',
};

interface Case {
  readonly name: string;
  readonly base: Tree;
  readonly theirs: Tree;
  readonly project: Map<string, string>;
}

function casesWith(layer: string): readonly Case[] {
  const others = optionalLayers.filter((id) => id !== layer && !requiredBy(id).includes(layer));
  return [[], others].flatMap((around) => {
    const [base, theirs] = [projectWith(around), projectWith([...around, layer])];
    if (base === undefined || theirs === undefined) return [];
    return editsOf(base).map(({ name, apply }) => {
      const project = new Map([...base].map(([path, { contents }]) => [path, contents]));
      apply(project);
      return { name: `${name} + ${layer}`, base, theirs, project };
    });
  });
}

const whole = optionalLayers.flatMap(casesWith);
const all =
  fc
    .sample(fc.shuffledSubarray(whole, { minLength: whole.length }), {
      numRuns: 1,
      seed: cases.seed,
    })[0]
    ?.slice(0, casesOf(whole.length, 100)) ?? [];

describe('what owners do, merged with every layer', () => {
  it.each([
    ['added', ({ base, theirs }: Case) => [base, theirs] as const],
    ['removed', ({ base, theirs }: Case) => [theirs, base] as const],
  ])('is free of conflicts but for those that a person would see, when it is %s', (_, sides) => {
    const conflicts: string[] = [];
    let tried = 0;
    for (const it of all) {
      const [from, to] = sides(it);
      const project = new Map([...from].map(([path, { contents }]) => [path, contents]));
      editsOf(from)
        .find(({ name }) => it.name.startsWith(`${name} +`))
        ?.apply(project);
      const result = grown({ base: from, ours: owned(project), theirs: to });
      tried += 1;
      conflicts.push(...result.conflicts.map((path) => `${it.name}: ${path}`));
    }
    console.info(`${conflicts.length} conflicts in ${tried} merges`);
    expect(conflicts.filter((it) => judged[it] === undefined)).toEqual([]);
    expect(conflicts.length).toBeLessThanOrEqual(Math.max(2, 0.05 * tried));
  });

  it('keeps every line of the layer and of its owner, in sources that parse', () => {
    for (const { name, base, theirs, project } of all) {
      const { after, conflicts } = grown({ base, ours: owned(project), theirs });
      const texts = textsOf(after);
      for (const [path, own] of project) {
        const [before, next, now] = [base.get(path), theirs.get(path), texts.get(path)];
        if (before === undefined || next === undefined || before.contents === next.contents) {
          continue;
        }
        if (!isCode(path) || conflicts.includes(path)) continue;
        expect(now && accepts(path, now, [own, next.contents]), `${name}: ${path}`).toBe(true);
        const lost = [own, next.contents]
          .flatMap((text) => telling(text))
          .filter((line) => !telling(before.contents).includes(line))
          .filter((line) => !telling(now ?? '').includes(line));
        expect(lost, `${name}: ${path}`).toEqual([]);
      }
    }
  });
});

/** Lines, whatever a formatter makes of their ends, indentation and quotes. */
function telling(text: string): readonly string[] {
  return text
    .replaceAll('"', "'")
    .split('\n')
    .map((line) => line.trim().replace(/;$/, ''));
}
