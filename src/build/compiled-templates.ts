import Handlebars from 'handlebars';
import { compileOptions } from '../render/compile-template.ts';
import { conditionNames, templateOf } from '../render/compose-file.ts';
import { isComposed } from '../render/composition-files.ts';
import type { Tree } from '../render/tree.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { overlayFolders } from './overlay-folders.ts';

/**
 * @param templates all templates
 * @param catalogue the roadmap
 * @returns a JavaScript module that stands for src/render/compile-template.ts in the bundle
 * @throws RoadmapError `templates` when a directive in any of them is wrong
 */
export function compiledTemplates(templates: Tree, catalogue: Catalogue): string {
  const names = conditionNames(catalogue);
  const compiled = composedFiles(templates)
    .map(({ path, contents }) => templateOf(path, contents, names).template)
    .filter((template, index, all) => all.indexOf(template) === index)
    .map((template) => {
      const code = Handlebars.precompile(template, compileOptions);
      return `${JSON.stringify(template)}: ${String(code)}`;
    });
  return `
    import Handlebars from 'handlebars/runtime.js';
    const compiled = { ${compiled.join(',\n')} };
    export function compileTemplate(template) {
      const found = compiled[template];
      if (found === undefined) throw new Error('This template was not there at build time.');
      return Handlebars.template(found);
    }`;
}

function composedFiles(templates: Tree): readonly { path: string; contents: string }[] {
  const folders = overlayFolders(templates).map(({ path }) => path);
  return [...templates].flatMap(([template, { contents }]) => {
    const folder = folders.find((it) => template.startsWith(`${it}/`));
    const page = template.endsWith('/page.md') && folder === undefined;
    const path = page ? 'docs/roadmap/page.md' : template.slice((folder ?? '').length + 1);
    return isComposed(path) ? [{ path, contents }] : [];
  });
}
