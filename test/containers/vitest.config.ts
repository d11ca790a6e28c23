import { defineConfig } from 'vitest/config';

// Real images, built and run: by .ci/with-containers only.
export default defineConfig({
  test: {
    include: ['test/containers/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
