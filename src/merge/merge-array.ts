import { bothChanges } from './both-changes.ts';
import { merge3 } from './merge3.ts';

type Values = readonly string[];

/** An element of one of the two arrays. */
export interface Element {
  readonly of: 'ours' | 'theirs';
  readonly index: number;
}

/**
 * @param base the values that both come from, as text
 * @param ours the user's
 * @param theirs the new ones
 * @returns the elements of the merged array; undefined when both exchanged the same ones
 */
export function mergedOrder(
  base: Values,
  ours: Values,
  theirs: Values,
): readonly Element[] | undefined {
  const isSet = [base, ours, theirs].every(
    (values) => new Set(values).size === values.length && values.every((it) => !/^[[{]/.test(it)),
  );
  return isSet ? mergedSet(base, ours, theirs) : mergedSequence(base, ours, theirs);
}

function mergedSet(base: Values, ours: Values, theirs: Values): readonly Element[] | undefined {
  const missingIn = (values: Values) => (value: string) => !values.includes(value);
  const added = theirs.filter(missingIn(base)).filter(missingIn(ours));
  const isExchanged =
    added.length > 0 &&
    ours.some((value) => !base.includes(value) && !theirs.includes(value)) &&
    base.some((value) => !ours.includes(value) && !theirs.includes(value));
  if (isExchanged) return undefined;
  const order = ours
    .map((value, index) => ({ of: 'ours' as 'ours' | 'theirs', index, value }))
    .filter(({ value }) => !base.includes(value) || theirs.includes(value));
  for (const value of added) {
    const index = theirs.indexOf(value);
    const before = theirs.slice(0, index).findLast((it) => order.some((old) => old.value === it));
    const at = order.findIndex((old) => old.value === before);
    order.splice(at + 1, 0, { of: 'theirs', index, value });
  }
  return order;
}

function mergedSequence(
  base: Values,
  ours: Values,
  theirs: Values,
): readonly Element[] | undefined {
  const order: Element[] = [];
  for (const piece of merge3(base, ours, theirs)) {
    const taken = piece.of === 'conflict' ? bothChanges(piece.place, { ours, theirs }) : [piece];
    if (taken === undefined) return undefined;
    for (const { of, span } of taken) {
      for (let index = span.start; index < span.end; index += 1) order.push({ of, index });
    }
  }
  return order;
}
