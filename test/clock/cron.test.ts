import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fastClock } from '../../src/clock/cron.ts';

const start = Date.UTC(2025, 10, 28, 4, 50);
const failed = (error: unknown): void => {
  throw error;
};

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the fast clock', () => {
  test('stands until it ticks, then runs as many times faster as asked', async () => {
    const clock = fastClock(start, 600, failed);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(clock.now()).toBe(start);
    const stop = clock.ticking(async () => {});
    await vi.advanceTimersByTimeAsync(30_000);
    expect(clock.now()).toBe(start + 30_000 * 600);
    await stop();
  });

  test('ticks at once and each second until it is stopped', async () => {
    let ticks = 0;
    const stop = fastClock(start, 600, failed).ticking(async () => {
      ticks += 1;
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ticks).toBe(6);
    await stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ticks).toBe(6);
  });

  test('never runs two at once, and waits for the one that runs when it stops', async () => {
    let begun = 0;
    let finish = (): void => {};
    const stop = fastClock(start, 600, failed).ticking(() => {
      begun += 1;
      return new Promise(resolve => {
        finish = resolve;
      });
    });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(begun).toBe(1);

    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(stopped).toBe(true);
  });

  test('hands on what a task throws, and goes on ticking', async () => {
    const errors: unknown[] = [];
    const broken = new Error('broken');
    const stop = fastClock(start, 600, error => errors.push(error)).ticking(() => Promise.reject(broken));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(errors).toEqual([broken, broken, broken]);
    await stop();
  });

  test('takes up ticking again after a task that was slow', async () => {
    const tasks: (() => void)[] = [];
    const stop = fastClock(start, 600, failed).ticking(() => new Promise(resolve => tasks.push(resolve)));
    await vi.advanceTimersByTimeAsync(2_500);
    tasks[0]?.();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tasks).toHaveLength(2);
    tasks[1]?.();
    await stop();
  });
});
