import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { bundle } from '../../src/build/bundle.ts';
import { scratch } from '../support/scratch.ts';

type MergeTrees = typeof import('../../src/merge/merge-trees.ts').mergeTrees;

const tree = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, contents]) => [path, { contents }] as const));

const owned = (files: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(files).map(([path, text]) => [path, { bytes: new TextEncoder().encode(text) }]),
  );

it('the merge is bundled with its parsers, which weigh less than 55 kB', async () => {
  const folder = scratch();
  await bundle({ merge: 'src/merge/merge-trees.ts' }, {}, folder);
  const path = pathToFileURL(join(folder, 'merge.js')).href;
  const built = z.object({ mergeTrees: z.custom<MergeTrees>() });
  const { mergeTrees } = built.parse(await import(path));
  const both = (base: string, ours: string, theirs: string) => ({ base, ours, theirs });
  const files = Object.entries({
    'a.ts': both('f({\n});\n', 'f({\n  b,\n});\n', 'f({\n  a,\n});\n'),
    'a.json': both('{}\n', '{ "b": 1 }\n', '{ "a": 1 }\n'),
    'a.yaml': both('c:\n', 'c:\n  b: 1\n', 'c:\n  a: 1\n'),
  });
  const side = (name: 'base' | 'ours' | 'theirs') =>
    Object.fromEntries(files.map(([path, it]) => [path, it[name]]));
  const merges = mergeTrees({
    base: tree(side('base')),
    ours: owned(side('ours')),
    theirs: tree(side('theirs')),
    label: 'add it',
  });
  expect(merges.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['a.json', '{ "a": 1, "b": 1 }\n'],
    ['a.ts', 'f({\n  a,\n  b,\n});\n'],
    ['a.yaml', 'c:\n  a: 1\n  b: 1\n'],
  ]);
  expect(gzipSync(readFileSync(join(folder, 'chunk-program.js'))).length).toBeLessThan(55_000);
});
