import { getNodeValue, type Node } from 'jsonc-parser';
import type { JsonConflict } from './file-merge.ts';
import {
  indentAt,
  type NewPart,
  type OldPart,
  rebuilt,
  type Style,
  styleOf,
} from './json-build.ts';
import { canonical, commentsIn, parseJson, propertiesOf } from './json-parts.ts';
import { mergedOrder } from './merge-array.ts';

/** A merged JSON file. */
export interface MergedJson {
  readonly text: string;
  /** What both want differently; in the text it is as the user has it. */
  readonly values: readonly JsonConflict[];
  /** What is no longer ours to have and stays because the user changed it. */
  readonly left: readonly string[];
}

type Path = readonly string[];

interface Sides {
  readonly base: Node | undefined;
  readonly ours: Node;
  readonly theirs: Node | undefined;
}

/** What a merge is made with, and what it finds. */
interface Work {
  readonly base: string;
  readonly style: Style;
  readonly values: JsonConflict[];
  readonly left: string[];
}

/**
 * Merges key by key. The text is the user's, with their comments, order and formatting; only what
 * changed in ours is put in, exchanged or taken out.
 *
 * @param base rendered before; empty when there was no such file
 * @param ours the user's
 * @param theirs rendered now
 * @returns the merged file, or undefined when the user's is not JSON
 */
export function mergeJson(base: string, ours: string, theirs: string): MergedJson | undefined {
  const sides = { base: parseJson(base), ours: parseJson(ours), theirs: parseJson(theirs) };
  if (sides.ours === undefined || sides.theirs === undefined) return undefined;
  const work: Work = { base, style: styleOf(ours, theirs), values: [], left: [] };
  const { offset, length } = sides.ours;
  const value = merged(work, [], { ...sides, ours: sides.ours }) ?? '';
  const text = ours.slice(0, offset) + value + ours.slice(offset + length);
  if (parseJson(text) === undefined) return undefined;
  return { text, values: work.values, left: work.left };
}

/** The user's value with what changed in ours, or undefined when it goes. */
function merged(work: Work, path: Path, sides: Sides): string | undefined {
  const { base, ours, theirs } = sides;
  const { style } = work;
  const asIs = textOf(style.ours, ours);
  const [before, mine, after] = [canonical(base), canonical(ours), canonical(theirs)];
  if (after === mine || after === before) return asIs;
  const isUnedited = before === mine;
  if (theirs === undefined) return isUnedited ? undefined : dropped(work, path, sides);
  const isAsRendered = base !== undefined && asIs === textOf(work.base, base);
  if (!isAsRendered && ours.type === theirs.type) {
    if (ours.type === 'object') return mergedObject(work, path, sides);
    if (ours.type === 'array') return mergedArray(work, path, { ...sides, theirs });
  }
  if (isUnedited) {
    const indent = indentAt(style.ours, ours.offset);
    const comments = commentsIn(asIs).map((comment) => comment + style.lineEnd + indent);
    return comments.join('') + style.taken(theirs, indent);
  }
  work.values.push(conflictOf(path, sides));
  return asIs;
}

/** Something that is no longer ours to have, and that the user changed. */
function dropped(work: Work, path: Path, sides: Sides): string | undefined {
  if (sides.ours.type === 'object' && sides.base?.type === 'object') {
    const rest = mergedObject(work, path, sides);
    return propertiesOf(parseJson(rest)).size > 0 ? rest : undefined;
  }
  work.left.push(path.join('.'));
  return textOf(work.style.ours, sides.ours);
}

function mergedObject(work: Work, path: Path, sides: Sides): string {
  const base = propertiesOf(sides.base);
  const ours = propertiesOf(sides.ours);
  const theirs = propertiesOf(sides.theirs);
  const parts: (OldPart | NewPart)[] = [...ours].map(([key, { value }], index) => {
    const of = { base: base.get(key)?.value, ours: value, theirs: theirs.get(key)?.value };
    const text = merged(work, [...path, key], of);
    return { key, old: index, text: text === undefined ? undefined : { of: value, is: text } };
  });
  const order = [...theirs.keys()];
  const isSorted = inOrder([...ours.keys()]) && inOrder(order);
  for (const [key, { value }] of theirs) {
    if (ours.has(key) || base.has(key) || value.parent === undefined) continue;
    const keys = parts.map((part) => part.key);
    const at = isSorted
      ? keys.filter((it) => it < key).length
      : placeAfter(keys, order.slice(0, order.indexOf(key)));
    parts.splice(at, 0, { key, added: value.parent });
  }
  return rebuilt(work.style, sides.ours, parts);
}

function mergedArray(work: Work, path: Path, sides: Sides & { readonly theirs: Node }): string {
  const valuesOf = (node: Node | undefined) =>
    node?.type === 'array' ? (node.children ?? []).map(canonical) : [];
  const order = mergedOrder(valuesOf(sides.base), valuesOf(sides.ours), valuesOf(sides.theirs));
  if (order === undefined) {
    work.values.push(conflictOf(path, sides));
    return textOf(work.style.ours, sides.ours);
  }
  const kept = new Set(order.flatMap(({ of, index }) => (of === 'ours' ? [index] : [])));
  const parts = order.flatMap(({ of, index }): (OldPart | NewPart)[] => {
    if (of === 'ours') return [{ key: '', old: index }];
    const added = sides.theirs.children?.[index];
    return added === undefined ? [] : [{ key: '', added }];
  });
  // Those that go are named too, so that their comments are not lost.
  for (const [index] of (sides.ours.children ?? []).entries()) {
    if (kept.has(index)) continue;
    const at = parts.findIndex((part) => 'old' in part && part.old > index);
    parts.splice(at === -1 ? parts.length : at, 0, { key: '', old: index, text: undefined });
  }
  return rebuilt(work.style, sides.ours, parts);
}

function placeAfter(keys: readonly string[], before: readonly string[]): number {
  const nearest = before.findLast((key) => keys.includes(key));
  return nearest === undefined ? 0 : keys.indexOf(nearest) + 1;
}

function inOrder(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
}

function textOf(source: string, { offset, length }: Node): string {
  return source.slice(offset, offset + length);
}

function conflictOf(path: Path, { base, ours, theirs }: Sides): JsonConflict {
  return {
    path,
    ours: getNodeValue(ours),
    ...(base === undefined ? {} : { base: getNodeValue(base) }),
    ...(theirs === undefined ? {} : { theirs: getNodeValue(theirs) }),
  };
}
