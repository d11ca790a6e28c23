import { describe, expect, it } from 'vitest';
import { packageManagers } from '../../src/roadmap/answers.ts';
import { samples, treeOf } from './samples.ts';
import { shellBlocks } from './shell-blocks.ts';

/** Files that may say how something is run, or hold what differs between package managers. */
const mayDiffer =
  /^(README\.md|AGENTS\.md|docs\/.*\.md|package\.json|pnpm-workspace\.yaml|\.yarnrc\.yml|roadmap\.json|scripts\/start\.js|\.devcontainer\/.*|compose\.ya?ml|Dockerfile|\.dockerignore|\.github\/.*|deploy\/.*|test\/.*)$/;

describe.each(samples)('$name for another package manager', (sample) => {
  const npm = treeOf(sample);

  it.each(packageManagers.filter((it) => it !== 'npm'))('%s differs only in words', (manager) => {
    const other = treeOf({ selection: { ...sample.selection, packageManager: manager } });
    const paths = new Set([...npm.keys(), ...other.keys()]);
    const different = [...paths].filter(
      (path) => npm.get(path)?.contents !== other.get(path)?.contents,
    );
    expect(different.filter((path) => !mayDiffer.test(path))).toEqual([]);
    expect(different).toContain('README.md');
  });

  it.each(packageManagers)('%s is the only one that commands name', (manager) => {
    const tree = treeOf({ selection: { ...sample.selection, packageManager: manager } });
    const others = packageManagers.filter((it) => it !== manager).join('|');
    const wrong = new RegExp(`(^|[\\s&|;(])(${others}) (run|install|test|start|ci|exec)\\b`);
    for (const [path, { contents }] of tree) {
      if (path === 'package.json') expect(contents).not.toMatch(wrong);
      if (!path.endsWith('.md')) continue;
      for (const line of shellBlocks(contents).flat()) expect(line, path).not.toMatch(wrong);
    }
  });
});
