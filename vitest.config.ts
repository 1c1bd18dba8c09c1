import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 10_000,
    // The tests open local servers and databases; two workers are what a small machine carries.
    maxWorkers: 2,
  },
});
