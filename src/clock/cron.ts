import cron from 'node-cron';
import type { Clock } from '../app/ports.ts';
import type { Instant } from '../core/time.ts';

/**
 * Runs `task` at once and then at every match of a cron pattern, never two at once. node-cron only ticks: what is due
 * is in the store, because a slot that passes while the process sleeps is gone. `failed` gets what the task throws.
 */
function ticks(
  pattern: string,
  task: () => Promise<void>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  const tick = (): void => {
    running ??= task()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  };
  const ticker = cron.schedule(pattern, tick, { suppressMissedWarning: true });
  tick();
  return async () => {
    await ticker.destroy();
    await running;
  };
}

/** The real time, ticking every second: an idle tick is a few look-ups, and no alert waits for longer. */
export function cronClock(failed: (error: unknown) => void): Clock {
  return {
    now: () => Date.now(),
    ticking: task => ticks('* * * * * *', task, failed),
  };
}

const second = 1_000;

/**
 * Time that stands at `start` until the first task ticks and then runs `speed` times as fast as the real one, in
 * steps of a real second, with a tick at each: what is due at half past seven happens at half past seven.
 */
export function fastClock(start: Instant, speed: number, failed: (error: unknown) => void): Clock {
  let begun: number | null = null;
  return {
    now: () =>
      start + (begun === null ? 0 : Math.floor((performance.now() - begun) / second) * second * speed),
    ticking: task => {
      begun ??= performance.now();
      return ticks('* * * * * *', task, failed);
    },
  };
}
