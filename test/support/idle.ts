import type { Bot } from '../../src/app/ports.ts';

/** For platforms that only deliver. */
export const idle: Bot = {
  commands: [],
  answer: () => Promise.reject(new Error('nobody asks here')),
  form: () => Promise.reject(new Error('nobody asks here')),
  complete: async () => [],
  invited: async () => {},
  dismissed: async () => {},
};
