import type { Tree } from '../render/tree.ts';
import type { Catalogue } from '../roadmap/catalogue.ts';
import { kindsOf, layersOf } from '../roadmap/layers-of.ts';
import { overlayFolders } from './overlay-folders.ts';

/**
 * Each world is a set of overlay folders that TypeScript checks as one project, named after the
 * values of choices that are in it. Every value that has templates is in at least one.
 */
export const worlds: Readonly<Record<string, readonly string[]>> = {
  'fastify-postgres': ['fastify', 'postgres', 'html'],
  'fastify-sqlite': ['fastify', 'sqlite', 'html'],
  'fastify-mysql': ['fastify', 'mysql', 'html'],
  'fastify-mongodb': ['fastify', 'mongodb', 'html'],
  'fastify-memory': ['fastify', 'memory', 'html'],
  'express-postgres': ['express', 'postgres', 'html'],
  'hono-postgres': ['hono', 'postgres', 'html'],
};

/**
 * @param values the values of a world
 * @param templates all templates
 * @param catalogue the roadmap
 * @returns the overlay folders of the world, the ones that count first at the beginning
 */
export function foldersOfWorld(
  values: readonly string[],
  templates: Tree,
  catalogue: Catalogue,
): readonly string[] {
  const kinds = layersOf(catalogue).flatMap((layer) => Object.keys(layer.kinds));
  const all = new Set([...valuesOf(catalogue), ...kinds]);
  const inWorld = [...values, ...kindsOf(values, catalogue)];
  const left = layersOf(catalogue).filter(
    ({ absent = '', choices }) =>
      values.includes(absent) && !choices.some(({ id }) => values.includes(id)),
  );
  const isLeft = (name = '') => left.some(({ id }) => id === name);
  const rank = (names: readonly (string | undefined)[]) =>
    names.filter((it) => it !== undefined && all.has(it)).map((it) => inWorld.indexOf(it ?? ''));
  return overlayFolders(templates)
    .filter(({ layer, beside }) => !isLeft(layer) && !isLeft(beside))
    .map(({ path, value, beside }) => ({ path, ranks: rank([value, beside]) }))
    .filter(({ ranks }) => !ranks.includes(-1))
    .map(({ path, ranks }) => ({ path, rank: Math.min(inWorld.length, ...ranks) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ path }) => path);
}

/**
 * @param catalogue the roadmap
 * @returns every value of every choice, also those that mean "without this layer"
 */
export function valuesOf(catalogue: Catalogue): readonly string[] {
  return layersOf(catalogue).flatMap(({ choices, absent }) => [
    ...choices.map(({ id }) => id),
    ...(absent === undefined ? [] : [absent]),
  ]);
}

/**
 * @param folders the overlay folders of a world
 * @returns the text of its tsconfig: the emitted one, over these folders
 */
export function worldConfig(folders: readonly string[]): string {
  const paths = folders.map((folder) => `../${folder}`);
  const config = {
    extends: '../01-backend/http/files/tsconfig.json',
    compilerOptions: { rootDirs: paths },
    include: paths,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
