import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCode } from '../../src/merge/code.ts';
import { type FileMerge, mergeTrees } from '../../src/merge/merge-trees.ts';
import { accepts } from '../../src/merge/syntax.ts';
import type { Tree } from '../../src/render/tree.ts';
import { cases, casesOf } from '../support/cases.ts';
import { deeds, done, textOf } from './owner.ts';
import { applied, type Ours, optionalLayers, owned, projectWith } from './project.ts';

const selections = fc.array(fc.subarray([...optionalLayers]), { minLength: 2, maxLength: 4 });

interface Step {
  readonly base: Tree;
  readonly theirs: Tree;
  readonly ours: Ours;
  readonly merges: readonly FileMerge[];
  readonly after: Ours;
}

/** From selection to selection; a step that ends in a conflict is taken back. */
function stepsOf(project: Ours, [first, ...others]: readonly [Tree, ...Tree[]]): readonly Step[] {
  const steps: Step[] = [];
  let [base, ours] = [first, project];
  for (const theirs of others) {
    const merges = mergeTrees({ base, ours, theirs, label: 'add it' });
    const after = applied(ours, merges);
    steps.push({ base, theirs, ours, merges, after });
    if (merges.some(({ outcome }) => outcome === 'conflicted')) continue;
    [base, ours] = [theirs, after];
  }
  return steps;
}

const linesIn = (text: string) => text.replace(/^\uFEFF/, '').split(/\r?\n/);

/** What went wrong with a file, in words. */
function losses({ base, theirs, ours, after }: Step, { path, outcome }: FileMerge): string[] {
  const [before, mine, next] = [
    base.get(path)?.contents,
    ours.get(path),
    theirs.get(path)?.contents,
  ];
  const result = after.get(path);
  const found: string[] = [];
  if (mine === undefined) {
    const stays = before !== undefined && next !== undefined && outcome !== 'created';
    if (stays && result !== undefined) found.push('came back');
    return found;
  }
  if (result === undefined)
    return textOf(mine) === before || outcome === 'deleted' ? [] : ['is gone'];
  const [own, now] = [textOf(mine), textOf(result)];
  if (own === before && next !== undefined && now !== next) found.push('is not the new text');
  if (own.startsWith('\uFEFF') !== now.startsWith('\uFEFF')) found.push('has another mark');
  // An empty file has no last line that could end in one way or the other.
  if (own !== '' && own.endsWith('\n') !== now.endsWith('\n')) found.push('ends differently');
  const windows = own.split('\n').length > 2 && !/(?<!\r)\n/.test(own);
  if (windows && /(?<!\r)\n/.test(now)) found.push('has other line ends');
  if (outcome === 'conflicted') return found;
  const kept = new Set(linesIn(own));
  const deleted = linesIn(before ?? '').filter((line) => !kept.has(line) && next?.includes(line));
  const isJson = path.endsWith('.json');
  const again = deleted.filter((line) => !isJson && line.trim() && linesIn(now).includes(line));
  const unambiguous = again.filter(
    (line) =>
      linesIn(next ?? '').filter((it) => it === line).length ===
      linesIn(before ?? '').filter((it) => it === line).length,
  );
  found.push(...unambiguous.map((line) => `has "${line}" again`));
  if (outcome === 'merged' && isCode(path) && next !== undefined) {
    if (accepts(path, now, [own, next]) === false) found.push('does not parse');
  }
  return found;
}

describe('what an owner did to a project', () => {
  it('survives every sequence of selections', () => {
    const seen = { merged: 0, conflicted: 0 };
    fc.assert(
      fc.property(selections, deeds, (asked, todo) => {
        const [first, ...others] = asked.map(projectWith).filter((tree) => tree !== undefined);
        fc.pre(first !== undefined);
        const { after: ours, words } = done(owned(first), todo);
        for (const step of stepsOf(ours, [first, ...others])) {
          const problems = step.merges.flatMap((merge) =>
            losses(step, merge).map((it) => `${merge.path} ${it}`),
          );
          expect(problems).toEqual([]);
          const text = [...step.after.values()].map(textOf).join('\n');
          expect(words.filter((word) => !text.includes(word))).toEqual([]);
          for (const [path, file] of step.ours) {
            const isManaged = step.base.has(path) || step.theirs.has(path);
            const isMerged = step.merges.some((merge) => merge.path === path);
            if (!isManaged && !isMerged) expect(step.after.get(path)).toBe(file);
          }
          for (const { outcome } of step.merges) {
            if (outcome === 'merged' || outcome === 'conflicted') seen[outcome] += 1;
          }
        }
      }),
      { numRuns: casesOf(5_000, 100), seed: cases.seed },
    );
    console.info(`${seen.merged} files merged, ${seen.conflicted} conflicted`);
    expect(seen.merged).toBeGreaterThan(0);
  });
});
