import { composeFile, conditionNames, refuseDirectives } from '../render/compose-file.ts';
import { isComposed } from '../render/composition-files.ts';
import type { Tree } from '../render/tree.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { kindsOf, layersOf, namesOf } from '../roadmap/layers-of.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import { overlayFolders } from './overlay-folders.ts';

/**
 * What is wrong with the templates as a whole. A user must never be the one to find it.
 *
 * @param templates all templates
 * @param catalogue the roadmap
 * @returns one line for each thing that is missing or stands in the wrong place
 */
export function templateProblems(templates: Tree, catalogue: Catalogue): readonly string[] {
  return [
    ...missingCells(templates, catalogue),
    ...missingPages(templates, catalogue),
    ...unknownNeighbours(templates, catalogue),
    ...strayFiles(templates, catalogue),
    ...wrongDirectives(templates, catalogue),
  ];
}

function missingCells(templates: Tree, catalogue: Catalogue): string[] {
  const folders = new Set(overlayFolders(templates).map(({ path }) => path));
  const layers = layersOf(catalogue);
  return partFolders(catalogue)
    .filter(({ part }) => !part.coming)
    .flatMap(({ folder, part }) =>
      part.cells.flatMap((cell) => {
        const choice = layers.find(({ id }) => id === cell);
        const isImpossible = (id: string) => part.conflicts.some((it) => it.with === id);
        const values = (choice?.choices ?? [])
          .filter(({ id, coming }) => !coming && !isImpossible(id))
          .map(({ id }) => id);
        // Without the choice there is nothing to fill, for a layer that cannot stand without it.
        const absent = part.requires.includes(cell) ? undefined : choice?.absent;
        const filled = (...names: readonly string[]) =>
          names.some((name) => folders.has(`${folder}/with/${name}`));
        return (
          [...values, ...(absent === undefined ? [] : [absent])]
            .filter((value) => !filled(value))
            // What stands in for the choice may be shared with values that fall back on it.
            .filter((value) => value !== absent || !filled(...kindsOf([value], catalogue)))
            .map((value) => `${folder}/with/${value} is missing: the cell for ${cell} ${value}`)
        );
      }),
    );
}

function missingPages(templates: Tree, catalogue: Catalogue): string[] {
  return catalogue.stages
    .filter(({ layers }) => layers.some(({ coming }) => !coming))
    .filter(({ folder }) => !templates.has(`${folder}/page.md`))
    .map(({ folder }) => `${folder}/page.md is missing: a stage with layers has a page`);
}

function unknownNeighbours(templates: Tree, catalogue: Catalogue): string[] {
  const names = namesOf(catalogue);
  return overlayFolders(templates)
    .filter(({ beside }) => beside !== undefined && !names.has(beside))
    .map(({ path, beside }) => `${path}: "${beside}" is no layer, value or kind of values`);
}

/** A file that no rule picks up would silently be in no project. */
function strayFiles(templates: Tree, catalogue: Catalogue): string[] {
  const expected = new Set([
    ...catalogue.stages.flatMap(({ folder }) => [`${folder}/stage.json`, `${folder}/page.md`]),
    ...partFolders(catalogue).flatMap(({ folder }) => [
      `${folder}/layer.json`,
      `${folder}/openapi.json`,
    ]),
  ]);
  const known = new Set(partFolders(catalogue).map(({ folder }) => folder));
  const overlays = overlayFolders(templates).filter(({ path }) =>
    known.has(path.replace(/\/(?:files|with\/[^/]+)$/, '')),
  );
  return [...templates.keys()]
    .filter((path) => !expected.has(path))
    .filter((path) => !overlays.some((overlay) => path.startsWith(`${overlay.path}/`)))
    .map((path) => `${path} is part of no layer`);
}

/** Composing a file looks at all of its directives, whatever is selected. */
function wrongDirectives(templates: Tree, catalogue: Catalogue): string[] {
  const conditions = { known: conditionNames(catalogue), selected: new Set<string>() };
  const folders = overlayFolders(templates).map(({ path }) => path);
  return [...templates].flatMap(([template, { contents }]) => {
    const folder = folders.find((it) => template.startsWith(`${it}/`));
    const page = template.replace(/^(.*)\/page\.md$/, 'docs/roadmap/$1.md');
    const path = folder ? template.slice(folder.length + 1) : page;
    try {
      if (isComposed(path)) composeFile(path, contents, conditions);
      else refuseDirectives(path, contents);
      return [];
    } catch (error) {
      if (!(error instanceof RoadmapError)) throw error;
      return [`${template}: ${error.message}`];
    }
  });
}

function partFolders(catalogue: Catalogue) {
  return layersOf(catalogue).flatMap((layer) => [
    { folder: layer.folder, part: layer },
    ...layer.choices.map((value) => ({ folder: `${layer.folder}/${value.id}`, part: value })),
  ]);
}
