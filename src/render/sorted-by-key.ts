/**
 * @param record an object
 * @returns the same with its keys in the order of their code units, on every machine
 */
export function sortedByKey<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
