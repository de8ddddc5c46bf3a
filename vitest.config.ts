import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'training/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
