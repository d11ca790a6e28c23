import { RoadmapError } from '../roadmap/roadmap-error.ts';
import type { Part } from './parts.ts';
import { sortedByKey } from './sorted-by-key.ts';
import type { Tree } from './tree.ts';

type Data = Readonly<Record<string, unknown>>;

/** What one layer says about the HTTP surface. */
interface Fragment {
  readonly layer: string;
  readonly data: Data;
}

/**
 * Every layer describes its own routes; the one whose fragment carries the `openapi` version makes
 * a document of them, so without it there is none.
 *
 * @param name the project's name, which becomes the title
 * @param parts the selected layers and values, in the order of the roadmap
 * @param templates all templates
 * @returns the text of openapi.json, or undefined when no selected layer asks for it
 * @throws RoadmapError `templates` when two layers define the same thing
 */
export function mergeOpenapi(
  name: string,
  parts: readonly Part[],
  templates: Tree,
): string | undefined {
  const fragments = parts.flatMap((part) => fragmentOf(part, templates));
  const heads = fragments.filter(({ data }) => data.openapi !== undefined);
  const [head, second] = heads;
  if (head === undefined) return undefined;
  if (second !== undefined) throw both(head.layer, second.layer, 'the version of openapi');
  for (const { layer, data } of fragments) {
    const stray = Object.keys(data).find((key) => layer !== head.layer && !mergeable.has(key));
    if (stray !== undefined) throw both(head.layer, layer, stray);
  }
  const tags = mergeTags(fragments);
  const document = {
    ...head.data,
    info: { ...asData(head.data.info), title: name },
    ...(tags.length === 0 ? {} : { tags }),
    paths: protect(mergeTwoLevels('paths', fragments), fragments),
    components: mergeTwoLevels('components', fragments),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const mergeable: ReadonlySet<string> = new Set(['paths', 'components', 'tags', 'protects']);

function fragmentOf({ id, folder }: Part, templates: Tree): Fragment[] {
  const file = templates.get(`${folder}/openapi.json`);
  if (file === undefined) return [];
  const data: unknown = JSON.parse(file.contents);
  return [{ layer: id, data: asData(data) }];
}

/**
 * Merges path → method and kind → component: the same name on the second level is a conflict.
 * All is sorted but the methods of a path, which stay in the order of the contracts.
 */
function mergeTwoLevels(key: string, fragments: readonly Fragment[]): Data {
  const merged = new Map<string, Map<string, { layer: string; value: unknown }>>();
  for (const { layer, data } of fragments) {
    for (const [outer, group] of Object.entries(asData(data[key]))) {
      const inner = merged.get(outer) ?? new Map<string, { layer: string; value: unknown }>();
      merged.set(outer, inner);
      for (const [name, value] of Object.entries(asData(group))) {
        const before = inner.get(name);
        if (before !== undefined) throw both(before.layer, layer, `${key} ${outer} ${name}`);
        inner.set(name, { layer, value });
      }
    }
  }
  const groups = [...merged].map(([outer, inner]) => {
    const entries = [...inner].map(([name, { value }]) => [name, value] as const);
    const group = Object.fromEntries(entries);
    return [outer, key === 'components' ? sortedByKey(group) : group] as const;
  });
  return sortedByKey(Object.fromEntries(groups));
}

/**
 * A layer that guards what others bring says so as `protects`: below which path, except below which,
 * and what every operation there gets.
 */
function protect(paths: Data, fragments: readonly Fragment[]): Data {
  return fragments.reduce((before, { data }) => {
    const { below, except, responses, security } = asData(data.protects);
    if (typeof below !== 'string' || typeof except !== 'string') return before;
    const guarded = (path: string) => path.startsWith(below) && !path.startsWith(except);
    const withGuard = (methods: unknown) =>
      Object.entries(asData(methods)).map(([method, operation]) => {
        const more = { ...asData(asData(operation).responses), ...asData(responses) };
        return [method, { ...asData(operation), responses: more, security }] as const;
      });
    const entries = Object.entries(before).map(([path, methods]) =>
      guarded(path) ? [path, Object.fromEntries(withGuard(methods))] : [path, methods],
    );
    return Object.fromEntries(entries);
  }, paths);
}

/** A tag may be named by every layer that uses it, in the same words. */
function mergeTags(fragments: readonly Fragment[]): readonly unknown[] {
  const merged = new Map<string, { layer: string; tag: unknown }>();
  for (const { layer, data } of fragments) {
    for (const tag of Array.isArray(data.tags) ? data.tags : []) {
      const name = String(asData(tag).name);
      const before = merged.get(name);
      if (before !== undefined && JSON.stringify(before.tag) !== JSON.stringify(tag)) {
        throw both(before.layer, layer, `the tag ${name}`);
      }
      merged.set(name, before ?? { layer, tag });
    }
  }
  return [...merged.values()].map(({ tag }) => tag);
}

function asData(value: unknown): Data {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value));
}

function both(one: string, other: string, what: string): RoadmapError {
  return new RoadmapError(
    'templates',
    `${one} and ${other} both define ${what} in their openapi.json.`,
    'Let one of them define it.',
  );
}
