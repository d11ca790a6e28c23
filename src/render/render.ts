import type { Catalogue } from '../roadmap/catalogue.ts';
import { catalogueOf } from '../roadmap/catalogue-of.ts';
import { selectedNames } from '../roadmap/layers-of.ts';
import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Selection } from '../roadmap/selection.ts';
import { type Collected, collectFiles, collectPages } from './collect-files.ts';
import { composeFile, conditionNames, refuseDirectives } from './compose-file.ts';
import { isComposed, isStagePage } from './composition-files.ts';
import { envExample } from './env-example.ts';
import { mergeFacts } from './merge-facts.ts';
import { mergeOpenapi } from './merge-openapi.ts';
import { packageJson } from './package-json.ts';
import { commandsOf } from './package-manager.ts';
import { packageManagerFiles } from './package-manager-files.ts';
import { type Part, partsOf } from './parts.ts';
import { fillPlaceholders } from './placeholders.ts';
import { roadmapFile } from './roadmap-file.ts';
import { picturePath, roadmapPicture } from './roadmap-picture.ts';
import { stageFiles } from './stage-files.ts';
import { stagesTable } from './stages-table.ts';
import type { Tree, TreeFile } from './tree.ts';

/**
 * Pure: the same selection and templates give the same bytes, everywhere and always.
 *
 * @param selection what the project consists of, from `resolve`
 * @param templates all templates, from `loadTemplates`
 * @returns every file of the project, roadmap.json included, sorted by path
 * @throws RoadmapError `templates` when two layers contradict each other, or a directive is wrong
 */
export function render(selection: Selection, templates: Tree): Tree {
  const catalogue = catalogueOf(templates);
  const parts = partsOf(selection, catalogue);
  const selected = selectedNames(selection, catalogue);
  const files = collectFiles(templates, parts, selected);
  const pages = collectPages(catalogue, selection.stages, templates);

  const tree = new Map<string, TreeFile>();
  const put = (path: string, file: TreeFile) => {
    if (tree.has(path)) {
      throw new RoadmapError('templates', `${path} is written twice.`, 'Take one template away.');
    }
    tree.set(path, file);
  };
  const compose = composer(selection, catalogue, selected, [...files.values()]);
  for (const file of [...files.values(), ...pages]) {
    const { path, executable } = file;
    put(path, executable ? { contents: compose(file), executable } : { contents: compose(file) });
  }
  for (const [path, contents] of dataFiles(selection, catalogue, parts, templates))
    put(path, { contents });
  put('roadmap.json', { contents: roadmapFile(selection, tree) });
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function composer(
  selection: Selection,
  catalogue: Catalogue,
  selected: ReadonlySet<string>,
  files: readonly Collected[],
): (file: Collected) => string {
  const conditions = {
    known: conditionNames(catalogue),
    selected: new Set([...selected, selection.packageManager]),
  };
  const values = {
    name: selection.name,
    ...commandsOf(selection.packageManager),
    roadmap: stagesTable(selection, catalogue),
  };
  return ({ path, contents, stage }) => {
    if (!isComposed(path)) {
      refuseDirectives(path, contents);
      return contents;
    }
    const page = isStagePage(path) ? { files: stageFiles(stage, files) } : {};
    return fillPlaceholders(composeFile(path, contents, conditions), { ...values, ...page });
  };
}

function dataFiles(
  selection: Selection,
  catalogue: Catalogue,
  parts: readonly Part[],
  templates: Tree,
): readonly (readonly [string, string])[] {
  const facts = mergeFacts(parts);
  const gitignore = facts.gitignore.map((line) => `${line}\n`).join('');
  const files = [
    ['package.json', packageJson(selection, facts)],
    ...packageManagerFiles(selection, facts),
    ['.env.example', envExample(facts.env)],
    ['.gitignore', gitignore],
    ['openapi.json', mergeOpenapi(selection.name, parts, templates)],
    [picturePath, roadmapPicture(selection, catalogue)],
  ] as const;
  return files.flatMap(([path, contents]) => (contents ? [[path, contents] as const] : []));
}
