import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Claimed, Delivery, Platform } from '../src/app/ports.ts';
import { cronClock } from '../src/clock/cron.ts';
import { readEnv } from '../src/config/env.ts';
import { loadConfig } from '../src/config/load.ts';
import { attache, keepGoing } from '../src/main.ts';
import { openStore } from '../src/store/open.ts';
import { workHere } from '../src/worker/here.ts';
import { silent } from './support/silent.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const delivery = (to: string): Delivery => ({
  ...{ key: to, platform: 'terminal', to, under: null, notBefore: 0 },
  message: { summary: to, blocks: [], ping: [], zone: 'UTC' },
});

test('a channel that hangs keeps no task of the clock and no other channel waiting', async () => {
  const shipped = loadConfig('config/demo', readEnv({ DEMO_URL: 'http://127.0.0.1:1' }), 'config');
  const config = { ...shipped, catalog: { ...shipped.catalog, feeds: new Map() } };
  const store = await openStore({ databaseUrl: null, path: ':memory:' });
  const posted: string[] = [];
  const hanging = Promise.withResolvers<void>();
  const platform: Platform = {
    name: 'terminal',
    start: async () => {},
    stop: async () => {},
    post: async ({ to }: Claimed) => {
      posted.push(to);
      if (to === 'hangs') await hanging.promise;
      return {};
    },
  };
  const { now, ticking } = cronClock(error => {
    throw error;
  });
  const bot = attache({
    ...{ env: readEnv({}), config, store, now, log: silent },
    ...{ work: workHere(config), platforms: [platform] },
  });
  await store.outbox.promise([delivery('hangs')], []);
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const running = keepGoing(bot, { clock: { now, ticking }, platforms: [platform] }, stopped);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(posted).toEqual(['hangs']);
  await store.outbox.promise([delivery('other')], []);
  await vi.advanceTimersByTimeAsync(1_100);
  expect(posted).toEqual(['hangs', 'other']);
  const ticks = bot.tasks.slice(0, 3).map(task => task());
  await vi.advanceTimersByTimeAsync(100);
  await Promise.all(ticks);
  stop();
  hanging.resolve();
  await vi.advanceTimersByTimeAsync(100);
  await running;
  expect((await store.outbox.rows('sent', 9)).map(({ key }) => key).toSorted()).toEqual(['hangs', 'other']);
  await bot.close();
});
