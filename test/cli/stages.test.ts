import { expect, test } from 'vitest';
import { program } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

test('the roadmap is shown with its eleven stages, its defaults, and what is coming', async () => {
  const { code, stdout } = await program(['stages'], { cwd: scratch() });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ 1 .*\(backend\)$/m);
  expect(stdout).toMatch(/^11 .*\(trends\)$/m);
  expect(stdout).toMatch(/● http .*\(always\)/);
  expect(stdout).toMatch(/fastify \(default\) \|/);
  expect(stdout).toMatch(/memory \(without this layer\)/);
});

test('programs get the same as data', async () => {
  const { code, stdout } = await program(['stages', '--json'], { cwd: scratch() });
  expect(code).toBe(0);
  const { stages } = JSON.parse(stdout);
  expect(stages.map((it: { number: number }) => it.number)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  const [database] = stages[3].layers;
  expect(database).toMatchObject({
    id: 'database',
    default: true,
    coming: false,
    absent: 'memory',
  });
  expect(database.values[0]).toMatchObject({ id: 'postgres', default: true, coming: false });
});
