import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fakeProgram } from '../support/fake-program.ts';
import { listing } from '../support/listing.ts';
import { startProgram } from '../support/program.ts';
import { folderIn, scratch } from '../support/scratch.ts';

const install =
  'mkdir -p node_modules/a/b; for i in 1 2 3 4 5; do echo $i > node_modules/a/b/$i; sleep 0.02; done; echo {} > package-lock.json';
const moments = 60;

/** Halves the whole time again and again: evenly spread, the same in every run. */
function spread(place: number): number {
  let part = 0;
  for (let rest = place, weight = 0.5; rest > 0; rest = Math.floor(rest / 2), weight /= 2) {
    part += (rest % 2) * weight;
  }
  return part;
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  `%s at ${moments} moments leaves either nothing or the whole project`,
  async (signal) => {
    const home = scratch();
    const PATH = fakeProgram(home, 'npm', install);
    const words = ['new/app', '--preset', 'minimal'];

    async function attempt(name: string, delay: number | undefined) {
      const cwd = folderIn(home, name);
      writeFileSync(join(cwd, 'mine'), 'mine');
      const began = performance.now();
      const running = startProgram(words, { cwd, env: { PATH } });
      if (delay !== undefined) {
        await setTimeout(delay);
        running.kill(signal);
      }
      const { code, signal: killedBy } = await running.ended;
      const found = Object.keys(listing(cwd, ['.git']));
      return { code, killedBy, found, took: performance.now() - began };
    }

    const whole = await attempt('whole', undefined);
    expect(whole.code).toBe(0);
    const seen = new Set<string>();
    for (let place = 0; place < moments; place += 1) {
      const delay = Math.round(spread(place) * whole.took);
      const { code, killedBy, found } = await attempt(`at-${place}`, delay);
      // While Node itself starts or ends, the signal kills it: nothing is made yet, or all is done.
      const isWhole = code === 0 || (killedBy === signal && found.length > 1);
      seen.add(isWhole ? 'whole' : 'nothing');
      expect({ delay, code, killedBy, found }).toEqual({
        delay,
        code: killedBy === signal ? null : isWhole ? 0 : 130,
        killedBy,
        found: isWhole ? whole.found : ['mine'],
      });
    }
    expect([...seen]).toContain('nothing');
  },
);
