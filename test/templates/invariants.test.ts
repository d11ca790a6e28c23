import { beforeAll, describe, expect, it } from 'vitest';
import { overlayFolders } from '../../src/build/overlay-folders.ts';
import { loadTemplates } from '../../src/project/templates.ts';
import { isComposed } from '../../src/render/composition-files.ts';
import { render } from '../../src/render/render.ts';
import { picturePath } from '../../src/render/roadmap-picture.ts';
import type { Tree } from '../../src/render/tree.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { cases } from '../support/cases.ts';
import { invariants } from './invariants.ts';
import { allSelections, commonLayers, manySelections, variantsOf } from './selections.ts';
import { lostTraces, strangeTraces } from './traces.ts';

const templates = await loadTemplates();
const catalogue = catalogueOf(templates);
const selections = manySelections(catalogue, cases.seed);
const subsets = allSelections(commonLayers, catalogue);
const projects = [...selections, ...subsets].map((selection) => ({
  selection,
  tree: render(selection, templates),
}));
const variants = selections.flatMap((selection) =>
  variantsOf(selection, Math.ceil((4 * cases.numRuns) / selections.length), cases.seed),
);

const cellPaths = new Map(layersOf(catalogue).map(({ id }) => [id, cellPathsOf(id)]));

/** Built from facts, and so allowed to differ between neighbours. */
const dataFiles = new Set([
  ...['package.json', '.env.example', '.gitignore', 'openapi.json', 'roadmap.json'],
  'pnpm-workspace.yaml',
  picturePath,
]);

describe('every project that can be had', () => {
  const found = new Map(Object.keys(invariants).map((name) => [name, new Set<string>()]));

  beforeAll(() => {
    const check = (tree: Tree) => {
      for (const [name, invariant] of Object.entries(invariants)) {
        for (const problem of invariant(tree)) found.get(name)?.add(problem);
      }
    };
    for (const { tree } of projects) check(tree);
    for (const variant of variants) check(render(variant, templates));
  });

  it.each(Object.keys(invariants))('%s', (name) => {
    expect([...(found.get(name) ?? ['not checked'])]).toEqual([]);
  });

  it('is among thousands of names and package managers', () => {
    expect(selections.length).toBeGreaterThanOrEqual(4);
    expect(subsets.length).toBeGreaterThanOrEqual(256);
    expect(variants.length).toBeGreaterThanOrEqual(4 * cases.numRuns);
  });

  it('is the same to the byte when rendered again from templates that were read again', async () => {
    const again = await loadTemplates();
    for (const { selection, tree } of projects.slice(0, selections.length)) {
      expect([...render(selection, again)]).toEqual([...tree]);
    }
  });

  it('speaks of no layer that it does not have', () => {
    const traces = projects.flatMap(({ tree, selection }) =>
      strangeTraces(tree, selection, catalogue).map((it) => `${nameOf(selection)}: ${it}`),
    );
    expect(traces).toEqual([]);
  });

  it('lists no trace that could never be found', () => {
    const lost = projects.flatMap(({ tree, selection }) => lostTraces(tree, selection, catalogue));
    expect([...new Set(lost)]).toEqual([]);
  });

  it('changes in the composed files only when a layer is added', () => {
    const varying = varyingFiles(projects.map(({ tree }) => tree));
    const changed = new Set<string>();
    for (const one of projects) {
      for (const other of projects) {
        if (!isNeighbour(one.selection, other.selection)) continue;
        const added = other.selection.layers.filter((id) => !one.selection.layers.includes(id));
        const exchanged = new Set(added.flatMap((id) => cellPaths.get(id) ?? []));
        for (const path of varying) {
          const before = one.tree.get(path)?.contents;
          const after = other.tree.get(path)?.contents;
          if (before === undefined || after === undefined || before === after) continue;
          if (!exchanged.has(path)) changed.add(path);
        }
      }
    }
    expect([...changed]).toEqual([]);
  });
});

function nameOf({ layers, choices }: Selection): string {
  return layers.map((layer) => [layer, choices[layer]].filter(Boolean).join(' ')).join(', ');
}

/** Whether the other has everything that the one has, in the same values. */
function isNeighbour(one: Selection, other: Selection): boolean {
  return (
    one.layers.length < other.layers.length &&
    one.layers.every((layer) => other.layers.includes(layer)) &&
    Object.entries(one.choices).every(([choice, value]) => other.choices[choice] === value)
  );
}

/** What every value of a choice, or its absence, has a version of its own of. */
function cellPathsOf(id: string): readonly string[] {
  const choice = layersOf(catalogue).find((layer) => layer.id === id);
  const kinds = Object.keys(choice?.kinds ?? {});
  const ids = (choice?.choices ?? []).map((value) => value.id);
  const values = new Set([choice?.absent, ...ids, ...kinds]);
  values.delete(undefined);
  const folders = overlayFolders(templates).filter(
    ({ value, beside }) => values.has(value) || values.has(beside),
  );
  return [...templates.keys()].flatMap((template) => {
    const folder = folders.find(({ path }) => template.startsWith(`${path}/`));
    return folder === undefined ? [] : [template.slice(folder.path.length + 1)];
  });
}

/** The files that are neither composed nor data, and yet not the same in all projects. */
function varyingFiles(trees: readonly Tree[]): readonly string[] {
  const first = new Map<string, string>();
  const varying = new Set<string>();
  for (const [path, { contents }] of trees.flatMap((tree) => [...tree])) {
    if (contents !== (first.get(path) ?? contents)) varying.add(path);
    first.set(path, contents);
  }
  return [...varying].filter((path) => !isComposed(path) && !dataFiles.has(path));
}
