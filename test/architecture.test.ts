import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

/** Each room and the rooms that it may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  roadmap: [],
  render: ['roadmap'],
  merge: ['render', 'roadmap'],
  project: ['merge', 'render', 'roadmap'],
  cli: ['project', 'merge', 'render', 'roadmap'],
  build: ['project', 'merge', 'render', 'roadmap'],
  '.': ['project', 'merge', 'render', 'roadmap'],
};
/** What does not touch the world outside. */
const pure = ['roadmap', 'render', 'merge'];
const pureBuiltins = ['node:crypto'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }));

function importsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
  return [...found].map(([, specifier = '']) => specifier);
}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '.') : '.';
}

/** The arrows that a file must not have. */
function wrongArrows({ path, text }: { path: string; text: string }): readonly string[] {
  const room = roomOf(path);
  return importsOf(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier))
    .filter((target) => !target.startsWith('..'))
    .filter((target) => ![room, ...(mayImport[room] ?? [])].includes(roomOf(target)))
    .map((target) => `${path} → ${target}`);
}

describe('the generator', () => {
  it('imports one way only: cli → project → merge → render → roadmap', () => {
    expect(sources.flatMap(wrongArrows)).toEqual([]);
  });

  it('would be caught importing the other way', () => {
    const text = "import { run } from '../cli/run.ts';";
    expect(wrongArrows({ path: 'roadmap/resolve.ts', text })).toEqual([
      'roadmap/resolve.ts → cli/run.ts',
    ]);
    const lazily = "await import('../../build/bundle.ts')";
    expect(wrongArrows({ path: 'cli/prompts/ask.ts', text: lazily })).toHaveLength(1);
    expect(wrongArrows({ path: 'index.ts', text: "from './cli/run.ts'" })).toHaveLength(1);
  });

  it('has no clock, no randomness and no disk in roadmap/, render/ and merge/', () => {
    const impure = sources
      .filter(({ path }) => pure.includes(roomOf(path)))
      .filter(
        ({ text }) =>
          /\bDate\b|Math\.random|\bfetch\(|\bprocess\./.test(text) ||
          importsOf(text).some((it) => it.startsWith('node:') && !pureBuiltins.includes(it)),
      );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('has small files: at most 250 lines, and half of them at most 60', () => {
    const lines = sources.map(({ path, text }) => ({ path, count: text.split('\n').length - 1 }));
    expect(lines.filter(({ count }) => count > 250)).toEqual([]);
    const counts = lines.map(({ count }) => count).toSorted((a, b) => a - b);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(60);
  });
});
