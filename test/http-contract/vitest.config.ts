import { defineConfig } from 'vitest/config';

// Against a backend that runs already: see http-contract.test.ts.
export default defineConfig({
  test: { include: ['test/http-contract/**/*.test.ts'], testTimeout: 30_000 },
});
