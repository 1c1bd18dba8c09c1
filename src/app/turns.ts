/** Lets one work after another: each begins when those before it are done, whether they went well or not. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function oneAfterAnother(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const run = last.then(work);
    last = run.catch(() => {});
    return run;
  };
}

/**
 * Turns of the event loop, one after another. An answer reads the store without giving the loop away: where many ask at
 * once, what came meanwhile is acknowledged between two answers.
 */
export function turns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise<void>(resolve => setImmediate(resolve)));
    return last;
  };
}
