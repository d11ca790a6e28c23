import { spawnSync } from 'node:child_process';

/** A whole process to be measured. */
export interface Contender {
  readonly name: string;
  /** Its words, for `node`. */
  readonly words: readonly string[];
  readonly cwd: string;
  /** Brings everything back to the start; not measured. */
  readonly before: () => void;
}

/**
 * Runs each contender in turn (A B C A B C …), so that whatever else the machine does hits all
 * of them alike.
 *
 * @param contenders what to measure
 * @param rounds how often
 * @returns name → median of the milliseconds from start to end
 * @throws when one of them fails
 */
export function measure(
  contenders: readonly Contender[],
  rounds: number,
): ReadonlyMap<string, number> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, words, cwd, before } of contenders) {
      before();
      const began = performance.now();
      const { status, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
      const took = performance.now() - began;
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      // The first round only warms up the disk.
      if (round > 0) times.get(name)?.push(took);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
