import { existsSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Suites that take longer, or need more than Node, each with a vitest.config.ts that says what. */
const others = readdirSync('test').filter((it) => existsSync(`test/${it}/vitest.config.ts`));

// The templates have tests of their own, which run in the projects that they become.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: others.map((it) => `test/${it}/**`),
    globalSetup: ['test/support/build-once.ts'],
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
