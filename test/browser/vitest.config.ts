import { defineConfig } from 'vitest/config';

// The page of emitted projects, in a real browser: Debian's chromium.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    // One browser at a time, so that one test does not take the focus from another.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
