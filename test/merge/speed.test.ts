import { describe, expect, it } from 'vitest';
import { mergeTrees } from '../../src/merge/merge-trees.ts';
import { merge3 } from '../../src/merge/merge3.ts';
import { optionalLayers, owned, projectWith, textsOf } from './project.ts';

/** Milliseconds of the fastest of a few runs: what it costs when nothing else is going on. */
function cost(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return Math.min(...times);
}

describe('a merge', () => {
  it('of 5,000 lines, a third of them the same bracket, takes no time', () => {
    const base = Array.from({ length: 5000 }, (_, index) => (index % 3 === 0 ? '}' : `l${index}`));
    const ours = base.flatMap((line, index) => (index % 500 === 7 ? [line, 'mine'] : [line]));
    const theirs = base.flatMap((line, index) => (index % 400 === 19 ? ['}', line] : [line]));
    const took = cost(() => merge3(base, ours, theirs));
    console.info(`${took.toFixed(1)} ms for 5,000 lines`);
    expect(took).toBeLessThan(100);
  });

  it('of a file to which its owner has added thousands of lines all over is no conflict', () => {
    const base = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? '}' : `l${index}`));
    const mine = Array.from({ length: 75 }, (_, index) => `mine${index}`);
    const ours = base.flatMap((line, index) => (index % 3 === 0 ? [line, ...mine] : [line]));
    const theirs = base.map((line, index) => (index === 101 ? 'new' : line));
    const took = cost(() => merge3(base, ours, theirs));
    const changed = merge3(base, ours, theirs).filter(({ of }) => of !== 'ours');
    expect(changed).toMatchObject([{ of: 'theirs', span: { start: 101, end: 102 } }]);
    expect(took).toBeLessThan(100);
  });

  it('of the project with everything, with files of 5,000 lines, is far from half a second', () => {
    const base = projectWith(optionalLayers.filter((id) => id !== 'cache'));
    const theirs = projectWith(optionalLayers);
    if (base === undefined || theirs === undefined) throw new Error('There is no such project.');
    const long = Array.from({ length: 5000 }, (_, index) => `// ${index % 3 === 0 ? '' : index}\n`);
    const edited = textsOf(owned(base));
    for (const [path, { contents }] of theirs) {
      const isChanged = edited.has(path) && edited.get(path) !== contents;
      if (isChanged && path.endsWith('.ts')) edited.set(path, edited.get(path) + long.join(''));
    }
    const ours = owned(edited);
    const took = cost(() => mergeTrees({ base, ours, theirs, label: 'add cache' }));
    const nothing = cost(() => mergeTrees({ base, ours, theirs: base, label: 'add cache' }));
    console.info(`${took.toFixed(0)} ms for everything, ${nothing.toFixed(1)} ms for no change`);
    expect(took).toBeLessThan(400);
    expect(nothing).toBeLessThan(50);
  });
});
