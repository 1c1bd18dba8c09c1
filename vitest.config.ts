import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 10_000,
    // The tests open local servers and databases; two workers are what a small machine carries.
    maxWorkers: 2,
    // Files share their modules: loading the clients and the tokenizer anew for each took a third of the time. No test
    // mocks a module or leaves a timer behind.
    isolate: false,
  },
});
