import type { Layer } from './catalogue.ts';
import { takenValue } from './layers-of.ts';

/** Two names that cannot stand beside each other. */
interface Conflict {
  readonly one: string;
  readonly other: string;
  readonly because: string;
}

/**
 * @param layers layers that are to stand beside each other
 * @param choices choice → value, as far as it was said
 * @returns the first conflict that one of them, or a value that it takes, declares; if any
 */
export function conflictAmong(
  layers: Iterable<Layer>,
  choices: Readonly<Record<string, string>>,
): Conflict | undefined {
  const parts = [...layers].flatMap((layer) => {
    const value = takenValue(layer, choices);
    return value === undefined ? [layer] : [layer, value];
  });
  const present = new Set(parts.map(({ id }) => id));
  for (const { id, conflicts } of parts) {
    const conflict = conflicts.find((it) => present.has(it.with));
    if (conflict !== undefined) {
      return { one: id, other: conflict.with, because: conflict.because };
    }
  }
  return undefined;
}
