import type { Tree } from '../../src/render/tree.ts';
import type { Catalogue } from '../../src/roadmap/catalogue.ts';
import { layersOf } from '../../src/roadmap/layers-of.ts';
import type { Selection } from '../../src/roadmap/selection.ts';
import { foundOnceAt } from '../support/found-once.ts';

/** Codes that no link may have, in one list from the first stage on, whatever is selected. */
const reservedWords = /'(?:api|docs|livez|readyz|metrics|assets|graphql|openapi)'/g;

/**
 * @param tree a project
 * @param selection what it consists of
 * @param catalogue the roadmap
 * @returns where the project speaks of a layer or value that it does not have
 */
export function strangeTraces(
  tree: Tree,
  selection: Selection,
  catalogue: Catalogue,
): readonly string[] {
  const parts = tracedParts(catalogue);
  const isHere = (id: string) =>
    selection.layers.includes(id) || Object.values(selection.choices).includes(id);
  const own = new Set(parts.filter(({ id }) => isHere(id)).flatMap(({ traces }) => traces));
  const tracesIn = tracesFoundBy(catalogue);
  return [...tree]
    .filter(([path]) => path !== 'roadmap.json')
    .flatMap(([path, { contents }]) =>
      tracesIn(path, contents)
        .filter(({ id, trace }) => !isHere(id) && !own.has(trace))
        .map(({ id, trace }) => `${path} has "${trace}" of ${id}`),
    );
}

const finders = new WeakMap<Catalogue, ReturnType<typeof tracesOfAll>>();

/** The traces of all parts that are in a file, found once for each catalogue. */
function tracesFoundBy(catalogue: Catalogue): ReturnType<typeof tracesOfAll> {
  const finder = finders.get(catalogue) ?? tracesOfAll(catalogue);
  finders.set(catalogue, finder);
  return finder;
}

function tracesOfAll(catalogue: Catalogue) {
  const all = tracedParts(catalogue).flatMap(({ id, traces }) =>
    traces.map((trace) => ({ id, trace })),
  );
  return foundOnceAt((path, contents) => {
    const text = `${path}\n${withoutWhatMayNameAll(path, contents)}`;
    return all.filter(({ trace }) => text.includes(trace));
  });
}

/**
 * @param tree a project
 * @param selection what it consists of
 * @param catalogue the roadmap
 * @returns traces of its own layers that are nowhere in it, so that they would never be found
 */
export function lostTraces(
  tree: Tree,
  selection: Selection,
  catalogue: Catalogue,
): readonly string[] {
  const text = [...tree].map(([path, { contents }]) => `${path}\n${contents}`).join('\n');
  const here = new Set([...selection.layers, ...Object.values(selection.choices)]);
  return tracedParts(catalogue, (id) => here.has(id))
    .filter(({ id }) => here.has(id))
    .flatMap(({ id, traces }) => traces.map((trace) => ({ id, trace })))
    .filter(({ trace }) => !text.includes(trace))
    .map(({ id, trace }) => `"${trace}" of ${id} is nowhere`);
}

/**
 * The traces of each part: those that its manifest lists, and its environment variables, as far as
 * what they are needed beside is there.
 */
function tracedParts(catalogue: Catalogue, isHere: (id: string) => boolean = () => true) {
  return layersOf(catalogue)
    .flatMap((layer) => [layer, ...layer.choices])
    .map(({ id, traces, facts }) => {
      const variables = facts.env.filter((it) => it.with === undefined || isHere(it.with));
      return { id, traces: [...new Set([...traces, ...variables.map(({ name }) => name)])] };
    });
}

function withoutWhatMayNameAll(path: string, contents: string): string {
  if (path === 'README.md') return contents.replaceAll(/^\| [✅⬜].*$/gmu, '');
  return path.startsWith('src/domain/') ? contents.replaceAll(reservedWords, '') : contents;
}
