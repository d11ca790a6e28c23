import { expect } from 'vitest';
import { freePort } from './free-port.ts';
import { run, type Variables } from './run.ts';

/**
 * Starts what must not start, and expects it to say why in a line and not in a stack.
 *
 * @param folder the project, which is built
 * @param variables what is wrong
 * @returns what it said
 */
export async function failedStart(folder: string, variables: Variables): Promise<string> {
  const port = { PORT: String(await freePort()), LOG_LEVEL: 'warn' };
  const command = [process.execPath, 'scripts/start.js'] as const;
  const { exitCode, all } = await run(folder, [...command], { ...port, ...variables });
  expect(exitCode, all).toBe(1);
  expect(all).not.toMatch(/^\s+at .+/m);
  expect(all.split('\n').length, all).toBeLessThan(12);
  return all;
}
