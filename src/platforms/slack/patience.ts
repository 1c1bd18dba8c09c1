import { setTimeout as sleep } from 'node:timers/promises';
import { fault } from './faults.ts';

/** Waits as long as Slack asks, twice at most: it takes about one message a second in a channel. */
export async function patiently<T>(call: () => Promise<T>, waits = 2): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const found = fault(error);
    if (found.kind !== 'limited' || waits === 0) throw error;
    await sleep(found.wait);
    return patiently(call, waits - 1);
  }
}

const pause = 1_000;

/** The same for a call that may be made twice: once more also where its answer was lost. */
export async function steadily<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await patiently(call);
  } catch (error) {
    if (fault(error).kind !== 'unreachable') throw error;
    await sleep(pause);
    return patiently(call);
  }
}
