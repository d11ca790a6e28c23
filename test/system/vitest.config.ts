import { defineConfig } from 'vitest/config';

// What only root can arrange: other users, file systems of a certain size.
export default defineConfig({
  test: {
    include: ['test/system/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
