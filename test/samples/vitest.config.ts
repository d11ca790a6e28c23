import { defineConfig } from 'vitest/config';

// Emitted projects on the disk, over one node_modules; with .ci/with-servers also against servers.
export default defineConfig({
  test: {
    include: ['test/samples/*.test.ts'],
    globalSetup: ['test/samples/install-once.ts'],
    // They start servers and compilers: more at once would only wait for each other.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
