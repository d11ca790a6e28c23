import { render } from '../../src/render/render.ts';
import type { Answers } from '../../src/roadmap/answers.ts';
import { catalogueOf } from '../../src/roadmap/catalogue-of.ts';
import { resolve } from '../../src/roadmap/resolve.ts';
import { type LayerSketch, templatesOf } from '../roadmap/a-catalogue.ts';

/** Enough of a roadmap to have a choice, a layer beside it, and both at once. */
const layers: Readonly<Record<string, LayerSketch>> = {
  http: { stage: 1, always: true, values: { fastify: {}, express: {} } },
  database: { stage: 4, absent: 'memory', values: { postgres: {} } },
  api: { stage: 5 },
};

/**
 * @param files path below templates/ → text, beside the manifests of http, database and api
 * @param facts id of a layer → its facts
 * @returns templates to render
 */
export function templatesWith(
  files: Readonly<Record<string, string>>,
  facts: Readonly<Record<string, object>> = {},
) {
  const sketches = Object.entries(layers).map(([id, sketch]) => {
    return [id, facts[id] === undefined ? sketch : { ...sketch, facts: facts[id] }] as const;
  });
  const templates = templatesOf(Object.fromEntries(sketches));
  for (const [path, contents] of Object.entries(files)) templates.set(path, { contents });
  return templates;
}

/**
 * @param templates from `templatesWith`
 * @param answers what is asked for; everything that is there unless said
 * @returns path → text of the project
 */
export function projectOf(
  templates: ReturnType<typeof templatesWith>,
  answers: Omit<Answers, 'name'> & { name?: string } = { preset: 'everything' },
): ReadonlyMap<string, string> {
  const selection = resolve({ name: 'shop', ...answers }, catalogueOf(templates));
  const tree = render(selection, templates);
  return new Map([...tree].map(([path, { contents }]) => [path, contents]));
}
