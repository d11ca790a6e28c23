import * as z from 'zod/mini';
import type { Catalogue, Layer, Stage, Value } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { layerManifest, stageManifest } from './manifest-schema.ts';
import { RoadmapError } from './roadmap-error.ts';

type Templates = ReadonlyMap<string, { readonly contents: string }>;

/** The catalogue is asked for by the cli and by render: the same templates are read only once. */
const known = new WeakMap<Templates, Catalogue>();

/**
 * Reads the roadmap out of the manifests among the templates.
 *
 * @param templates path below templates/ → file
 * @returns the stages in order, each with its layers in order
 * @throws RoadmapError `templates` when a manifest is wrong or names what does not exist
 */
export function catalogueOf(templates: Templates): Catalogue {
  const before = known.get(templates);
  if (before !== undefined) return before;
  const folders = [...templates.keys()]
    .filter((path) => /^\d\d-[^/]+\/stage\.json$/.test(path))
    .map((path) => path.slice(0, path.indexOf('/')))
    .sort();
  const catalogue = { stages: folders.map((folder) => stageAt(folder, templates)) };
  checkCatalogue(catalogue);
  known.set(templates, catalogue);
  return catalogue;
}

/**
 * @param templates all templates
 * @param catalogue what `catalogueOf` gave for them before
 */
export function rememberCatalogue(templates: Templates, catalogue: Catalogue): void {
  known.set(templates, catalogue);
}

function stageAt(folder: string, templates: Templates): Stage {
  const { layers: order, ...manifest } = read(`${folder}/stage.json`, stageManifest, templates);
  const number = Number(folder.slice(0, 2));
  const found = foldersWithManifest(folder, templates);
  const ordered = [...order, ...found.filter((id) => !order.includes(id))];
  const layers = ordered.map((id) => layerAt(id, number, `${folder}/${id}`, templates));
  return { ...manifest, number, folder, layers };
}

function layerAt(id: string, stage: number, folder: string, templates: Templates): Layer {
  const manifest = read(`${folder}/layer.json`, layerManifest, templates);
  const stray = foldersWithManifest(folder, templates).find((it) => !manifest.values.includes(it));
  if (stray !== undefined) {
    throw new RoadmapError(
      'templates',
      `templates/${folder}/${stray} is not among the values of ${id}.`,
      `Name it in "values" of templates/${folder}/layer.json.`,
    );
  }
  const choices = manifest.values.map((value) => valueAt(value, `${folder}/${value}`, templates));
  const coming =
    choices.length > 0 ? choices.every((value) => value.coming) : isComing(folder, templates);
  return { ...manifest, id, stage, folder, coming, choices };
}

function valueAt(id: string, folder: string, templates: Templates): Value {
  const manifest = read(`${folder}/layer.json`, layerManifest, templates);
  return { ...manifest, id, coming: isComing(folder, templates) };
}

function isComing(folder: string, templates: Templates): boolean {
  for (const path of templates.keys()) {
    if (path.startsWith(`${folder}/files/`) || path.startsWith(`${folder}/with/`)) return false;
  }
  return true;
}

function foldersWithManifest(folder: string, templates: Templates): string[] {
  const found: string[] = [];
  for (const path of templates.keys()) {
    if (!path.startsWith(`${folder}/`) || !path.endsWith('/layer.json')) continue;
    const child = path.slice(folder.length + 1, -'/layer.json'.length);
    if (child !== '' && !child.includes('/')) found.push(child);
  }
  return found.sort();
}

function read<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  templates: Templates,
): z.output<Schema> {
  const file = templates.get(path);
  if (file === undefined) {
    throw new RoadmapError('templates', `templates/${path} is missing.`, 'Write it.');
  }
  let data: unknown;
  try {
    data = JSON.parse(file.contents);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new RoadmapError('templates', `templates/${path}: ${detail}`, 'Correct its JSON.');
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const detail = z.prettifyError(parsed.error);
  throw new RoadmapError('templates', `templates/${path}:\n${detail}`, 'Correct that file.');
}
