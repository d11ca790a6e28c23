import { defineConfig } from 'vitest/config';

// The templates have tests of their own, which run in the projects that they become.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs to be root: see system/vitest.config.ts.
    exclude: ['test/system/**'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
