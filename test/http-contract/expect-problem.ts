import { expect } from 'vitest';
import { z } from 'zod';
import type { Answer } from './exchange.ts';

const problemContract = z.looseObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  instance: z.string().min(1),
  requestId: z.string().min(1),
  errors: z
    .array(
      z.object({ pointer: z.string().regex(/^(\/([^~]|~[01])*)?$/), detail: z.string().min(1) }),
    )
    .optional(),
});

/** What nobody outside should learn: stacks, SQL, files, and whose parser it was. */
const inside =
  /\bat .+:\d+:\d+|node_modules|node:internal|\.ts\b|select |insert |update .* set|unexpected token|in json at|\bzod\b|fastify|\bexpress\b|\bhono\b|pglite/i;

/**
 * Fails when the answer is not this problem, in the one form of all problems.
 *
 * @returns the problem
 */
export function expectProblem(answer: Answer, ...statuses: readonly number[]) {
  expect(statuses, answer.text.slice(0, 500)).toContain(answer.status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json(; charset=utf-8)?$/);
  const problem = problemContract.parse(answer.body);
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toBe(answer.headers['x-request-id']);
  const { instance, ...said } = problem;
  expect(JSON.stringify(said)).not.toMatch(inside);
  return problem;
}

/** Fails when the answer is not a 422 that points to these members of the body, and no others. */
export function expectPointers(answer: Answer, ...pointers: readonly string[]): void {
  const { errors = [] } = expectProblem(answer, 422);
  expect([...new Set(errors.map(({ pointer }) => pointer))].sort()).toEqual([...pointers].sort());
}
