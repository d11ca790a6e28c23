import { closest, distance } from 'fastest-levenshtein';

/**
 * What to say after a name that does not exist.
 *
 * @param word the name that was said
 * @param names the names that exist
 * @returns one sentence: the nearest name when it is near, else all of them
 */
export function suggest(word: string, names: readonly string[]): string {
  const nearest = names.length === 0 ? undefined : closest(word.toLowerCase(), [...names]);
  if (nearest !== undefined) {
    const allowed = Math.max(2, Math.floor(nearest.length / 3));
    if (distance(word.toLowerCase(), nearest) <= allowed) return `Did you mean "${nearest}"?`;
  }
  return `Take one of: ${names.join(', ')}.`;
}
