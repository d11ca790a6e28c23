/** How many cases a property is tried on, and from which seed; `SEED` repeats a run. */
export const cases = {
  numRuns: Number(process.env.CASES ?? 500),
  seed: Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31)),
};

console.info(`${cases.numRuns} cases for each property, SEED=${cases.seed}`);
