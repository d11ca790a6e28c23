/** How many cases a property is tried on, and from which seed; `SEED` repeats a run. */
export const cases = {
  numRuns: Number(process.env.CASES ?? 500),
  seed: Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31)),
};

console.info(`${cases.numRuns} cases for each property, SEED=${cases.seed}`);

/**
 * @param full how many cases the whole table of a property has: `FULL=1`, with `--test-timeout`
 * @param few how many are tried when nobody said how many
 * @returns how many cases to try now
 */
export function casesOf(full: number, few = 50): number {
  const { CASES, FULL } = process.env;
  if (FULL !== undefined) return full;
  return CASES === undefined ? few : Math.min(full, Number(CASES));
}
