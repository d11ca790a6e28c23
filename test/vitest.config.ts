import { defineConfig } from 'vitest/config';

// The templates have tests of their own, which run in the projects that they become.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These have a vitest.config.ts of their own that says what they need.
    exclude: ['system', 'browser', 'samples', 'http-contract', 'end-to-end', 'containers'].map(
      (it) => `test/${it}/**`,
    ),
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
