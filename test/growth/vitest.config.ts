import { defineConfig } from 'vitest/config';

// Real projects in real repositories, grown by the built program, killed halfway, taken back.
export default defineConfig({
  test: {
    include: ['test/growth/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
