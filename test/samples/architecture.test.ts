import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';
import { samples } from './samples.ts';
import { written } from './written.ts';

describe('the architecture test of a project', () => {
  let folder: string;
  beforeAll(() => {
    folder = written(samples.reduce((a, b) => (b.layers.size > a.layers.size ? b : a)));
  });
  const judged = () => run(folder, ['vitest', 'run', 'test/architecture.test.ts']);

  it('passes as it is', async () => {
    const { exitCode, all } = await judged();
    expect(exitCode, all).toBe(0);
  });

  it.each([
    ['src/links/sneak.ts', "import { Problem } from '../http/problem.ts';"],
    ['src/links/sneak.ts', "import type { Problem } from '../http/problem.ts';"],
    ['src/links/sneak.ts', "import {\n  Problem,\n} from '../http/problem.ts';"],
    ['src/links/sneak.ts', "export * from '../http/problem.ts';"],
    ['src/links/sneak.ts', "import '../http/problem.ts';"],
    ['src/links/sneak.ts', "const http = await import('../http/problem.ts');"],
    ['src/links/sneak.ts', "import { compose } from '../compose.ts';"],
    ['src/http/deep/sneak.ts', "import { createLinks } from '../../links/links.ts';"],
    ['src/domain/sneak.ts', "import { z } from 'zod';"],
    ['src/domain/sneak.ts', "import { randomInt } from 'node:crypto';"],
    ['src/domain/sneak.ts', "import type { Links } from '../links/port.ts';"],
  ])('fails when %s has: %s', async (path, text) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
    const { exitCode, all } = await judged();
    rmSync(file);
    expect(exitCode, all).not.toBe(0);
    expect(all).toContain('sneak.ts');
  });
});
