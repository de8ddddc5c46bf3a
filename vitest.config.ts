import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'training/**/*.test.ts'],
    maxWorkers: 2,
    globalSetup: 'test/temporary-folder.ts',
    // Some tests start programs and browsers; on a busy machine each start takes seconds.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
