import { isDeepStrictEqual } from 'node:util';

export type Json = number | string | boolean | readonly Json[] | { readonly [key: string]: Json };

type Maybe = Json | undefined;

/**
 * The merge of values, written down a second time and as directly as possible.
 *
 * @param base what both come from
 * @param ours the user's
 * @param theirs the new one
 * @returns the merged value, and where both want something else
 */
export function mergedValue(
  base: Json,
  ours: Json,
  theirs: Json,
): { value: Maybe; conflicts: string[][] } {
  const conflicts: string[][] = [];
  return { value: merge(base, ours, theirs, []), conflicts };

  function merge(before: Maybe, mine: Json, after: Maybe, path: string[]): Maybe {
    if (isDeepStrictEqual(mine, after) || isDeepStrictEqual(before, after)) return mine;
    const isUnedited = isDeepStrictEqual(before, mine);
    if (after === undefined) {
      if (isUnedited) return undefined;
      if (!isObject(before) || !isObject(mine)) return mine;
      const rest = mergeObjects(before, mine, {}, path);
      return Object.keys(rest).length === 0 ? undefined : rest;
    }
    if (isUnedited) return after;
    if (isObject(mine) && isObject(after)) {
      return mergeObjects(isObject(before) ? before : {}, mine, after, path);
    }
    if (Array.isArray(mine) && Array.isArray(after)) {
      const list = mergeSets(Array.isArray(before) ? before : [], mine, after);
      if (list !== undefined) return list;
    }
    conflicts.push(path);
    return mine;
  }

  function mergeObjects(
    before: { readonly [key: string]: Json },
    mine: { readonly [key: string]: Json },
    after: { readonly [key: string]: Json },
    path: string[],
  ): { [key: string]: Json } {
    const result: { [key: string]: Json } = {};
    for (const [key, value] of Object.entries(mine)) {
      const merged = merge(before[key], value, after[key], [...path, key]);
      if (merged !== undefined) result[key] = merged;
    }
    for (const [key, value] of Object.entries(after)) {
      if (!(key in mine) && !(key in before)) result[key] = value;
    }
    return result;
  }
}

/** The elements as a set; where each of them stands is not for this oracle to say. */
function mergeSets(
  before: readonly Json[],
  mine: readonly Json[],
  after: readonly Json[],
): readonly Json[] | undefined {
  const added = after.filter((it) => !before.includes(it) && !mine.includes(it));
  const own = mine.filter((it) => !before.includes(it) && !after.includes(it));
  const gone = before.filter((it) => !mine.includes(it) && !after.includes(it));
  if (added.length > 0 && own.length > 0 && gone.length > 0) return undefined;
  const kept = mine.filter((it) => !before.includes(it) || after.includes(it));
  return [...kept, ...added];
}

/**
 * @param value any
 * @returns the same with its arrays in one order, because the oracle knows them as sets
 */
export function withSets(value: Maybe): Maybe {
  if (Array.isArray(value)) return value.map((it) => JSON.stringify(it)).toSorted();
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, withSets(it) ?? 0]));
}

function isObject(value: Maybe): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && !Array.isArray(value);
}
