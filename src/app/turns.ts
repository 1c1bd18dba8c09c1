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
