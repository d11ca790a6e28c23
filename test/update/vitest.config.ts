import { defineConfig } from 'vitest/config';

// Two versions of the program in a registry of our own, and projects that go from one to the other.
export default defineConfig({
  test: {
    include: ['test/update/**/*.test.ts'],
    globalSetup: ['test/update/publish-both.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
