import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 10_000,
    // The tests open local servers and databases and wait for them: on two cores a third worker fills the waiting.
    maxWorkers: 3,
    // Files share their modules: loading the clients and the tokenizer anew for each took a third of the time. No test
    // mocks a module or leaves a timer behind.
    isolate: false,
  },
});
