/**
 * @param one a version, as npm writes them
 * @param other another
 * @returns whether the first one came later, as far as its numbers say
 */
export function isNewer(one: string, other: string): boolean {
  const [mine, others] = [numbersOf(one), numbersOf(other)];
  const place = mine.findIndex((number, index) => number !== others[index]);
  return place !== -1 && (mine[place] ?? 0) > (others[place] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (version.match(/^\d+\.\d+\.\d+/)?.[0] ?? '').split('.').map(Number);
}
