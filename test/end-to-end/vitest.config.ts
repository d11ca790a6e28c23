import { defineConfig } from 'vitest/config';

// As a user: from a registry of our own, with real installations, on two versions of Node.
export default defineConfig({
  test: {
    include: ['test/end-to-end/**/*.test.ts'],
    globalSetup: ['test/end-to-end/publish-once.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
