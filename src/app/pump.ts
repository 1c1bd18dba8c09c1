import type { DeliveryError } from '../core/errors.ts';
import { type DeliverTools, deliver } from './deliver.ts';
import type { Budget, Claimed, Platform } from './ports.ts';

/** Keeps the promises that are due, on every platform by itself: what hangs on one holds up neither another nor another channel. */
export interface Pump {
  /**
   * Delivers until nothing more is due. Who asks while it runs looks again with it. Rejects with what is no failure of a
   * delivery but a fault of ours, when what is under way has ended.
   */
  run(): Promise<void>;
  /** The same without waiting; what fails reaches who runs it next. */
  begin(): void;
  /** Takes nothing more: `run` ends with what is under way. */
  stop(): void;
}

export function deliveryPump(tools: DeliverTools): Pump {
  const lanes = tools.platforms.map(platform => new Lane(platform, tools));
  let untold: { readonly error: unknown } | null = null;
  const all = async (): Promise<void> => void (await Promise.all(lanes.map(lane => lane.run())));
  return {
    async run() {
      await all();
      const failure = untold;
      untold = null;
      if (failure) throw failure.error;
    },
    begin: () =>
      void all().catch(error => {
        untold = { error };
      }),
    stop: () => {
      for (const lane of lanes) lane.stop();
    },
  };
}

/** Keeps the promises that are due. */
export const deliverPromises = (tools: DeliverTools): Promise<void> => deliveryPump(tools).run();

/** For platforms that say nothing of themselves. */
const usual: Budget = { atOnce: 10, rest: 0 };
/** Longer than the longest delivery (see `patience` of the platforms) and the wait for its turn; after a crash, how long the rest waits. */
const lease = 90_000;
/** How long what was taken may wait for its turn, so that its lease outlasts it. What waits longer is taken again. */
const turnWithin = 20_000;
/** Ends that come close together are one look at the outbox. */
const gathering = 20;
const pollEvery = 1_000;
/** Channels that are told to wait at once, from which on it is the platform that has enough; and how long it is left alone. */
const muchRefused = 3;
const longestHold = 30_000;

/** Milliseconds of a clock that is never set, for what this process alone has to wait for. */
const passed = (): number => performance.now();

/** One platform's deliveries: so many at a time, a slot as soon as it is free, one of a channel at a time. */
class Lane {
  readonly #platform: Platform;
  readonly #tools: DeliverTools;
  readonly #budget: Budget;
  /** The last delivery taken for each channel that has one under way. */
  readonly #busy = new Map<string, Promise<void>>();
  /** Until when a channel is left alone: after a delivery, and because the platform said so. */
  readonly #resting = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  #taken = 0;
  #heldUntil = 0;
  #isStopped = false;
  #bug: { readonly error: unknown } | null = null;
  #running: Promise<void> | null = null;
  #isWoken = false;
  #wake = (): void => {};

  constructor(platform: Platform, tools: DeliverTools) {
    this.#platform = platform;
    this.#tools = tools;
    this.#budget = platform.budget ?? usual;
  }

  run(): Promise<void> {
    this.#look();
    this.#running ??= this.#work();
    return this.#running;
  }

  stop(): void {
    this.#isStopped = true;
    this.#look();
  }

  #look(): void {
    this.#isWoken = true;
    this.#wake();
  }

  async #work(): Promise<void> {
    do {
      this.#isWoken = false;
      await this.#fill();
      if (this.#taken > 0 || this.#mayGoOn()) await this.#pause();
    } while (this.#taken > 0 || this.#isWoken || this.#mayGoOn());
    const bug = this.#bug;
    this.#bug = null;
    this.#running = null;
    if (bug) throw bug.error;
  }

  /** Whether a channel rests for so short a time that what waits for it is due now. */
  #mayGoOn(): boolean {
    return this.#takes() && this.#resting.size > 0;
  }

  #takes(): boolean {
    return !this.#isStopped && !this.#bug && passed() >= this.#heldUntil;
  }

  async #fill(): Promise<void> {
    const free = this.#budget.atOnce - this.#taken;
    forget(this.#resting);
    forget(this.#refused);
    if (free <= 0 || !this.#takes()) return;
    const { store, now } = this.#tools;
    const except = [...this.#busy.keys(), ...this.#resting.keys(), ...this.#refused.keys()];
    const claimed = await this.#claimed(() =>
      store.outbox.claim([this.#platform.name], now(), lease, free, [...new Set(except)]),
    );
    for (const delivery of claimed) this.#take(delivery);
  }

  async #claimed(claim: () => Promise<Claimed[]>): Promise<Claimed[]> {
    try {
      return await claim();
    } catch (error) {
      this.#bug ??= { error };
      return [];
    }
  }

  /** Two places of a channel may be claimed at once: a channel and a thread in it. They take turns. */
  #take(delivery: Claimed): void {
    const { to } = delivery;
    const until = passed() + turnWithin;
    const before = this.#busy.get(to) ?? Promise.resolve();
    const turn = before.then(() => this.#deliver(delivery, until));
    const done = turn.catch(error => {
      this.#bug ??= { error };
    });
    this.#taken += 1;
    this.#busy.set(to, done);
    void done.then(() => {
      this.#taken -= 1;
      if (this.#busy.get(to) === done) this.#busy.delete(to);
      this.#look();
    });
  }

  async #deliver(delivery: Claimed, until: number): Promise<void> {
    await delay((this.#resting.get(delivery.to) ?? 0) - passed());
    if (passed() > until || !this.#takes()) return;
    const failure = await deliver(delivery, this.#platform, this.#tools);
    if (this.#budget.rest > 0) this.#resting.set(delivery.to, passed() + this.#budget.rest);
    if (failure?.retryAfter) this.#obey(failure, failure.retryAfter, delivery.to);
  }

  #obey({ isWhole }: DeliveryError, wait: number, to: string): void {
    const until = passed() + wait;
    if (isWhole) this.#heldUntil = Math.max(this.#heldUntil, until);
    else this.#refused.set(to, until);
    forget(this.#refused);
    if (this.#refused.size < muchRefused) return;
    const first = Math.min(...this.#refused.values(), passed() + longestHold);
    this.#heldUntil = Math.max(this.#heldUntil, first);
  }

  /** Until a delivery ends, somebody looks, a channel has rested, or another look is worth while. */
  async #pause(): Promise<void> {
    const rests = [...this.#resting.values()].map(until => until - passed());
    if (!this.#isWoken) await this.#sleep(Math.max(gathering, Math.min(pollEvery, ...rests)));
    if (this.#taken > 0) await delay(gathering);
  }

  async #sleep(wait: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, wait);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
  }
}

const delay = (wait: number): Promise<void> | void =>
  wait > 0 ? new Promise(resolve => setTimeout(resolve, wait)) : undefined;

function forget(untils: Map<string, number>): void {
  for (const [to, until] of untils) if (until <= passed()) untils.delete(to);
}
