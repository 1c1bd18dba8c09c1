import { Ended } from './ended.ts';

/** Bytes after decompression (and as declared), milliseconds for the rest. `header` counts anew at each redirect. */
export interface Limits {
  readonly bytes: number;
  readonly header: number;
  readonly idle: number;
  readonly total: number;
}

export interface Stopwatch {
  readonly signal: AbortSignal;
  /** Begins a phase that may last `milliseconds`; ends the one before. */
  phase(milliseconds: number, late: string): void;
  expired(): Ended | null;
  stop(): void;
}

/** Aborts what is under way after `left` milliseconds, of the `total` that a fetch may take, or when a phase is too long. */
export function stopwatch(left: number, { total }: Limits): Stopwatch {
  const controller = new AbortController();
  let reason: Ended | null = null;
  const expire = (late: string) => {
    reason ??= new Ended('timeout', late);
    controller.abort(reason);
  };
  const whole = setTimeout(expire, left, `the answer was not complete after ${seconds(total)}`);
  let part: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    phase: (milliseconds, late) => {
      clearTimeout(part);
      part = setTimeout(expire, milliseconds, late);
    },
    expired: () => reason,
    stop: () => {
      clearTimeout(whole);
      clearTimeout(part);
    },
  };
}

export const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;
