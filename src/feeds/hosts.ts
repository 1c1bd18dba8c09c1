import { setTimeout as pause } from 'node:timers/promises';
import { Ended } from './ended.ts';

/** Who may be asked when: what publishers see of us is the sum of all our requests to one host. */
export interface Hosts {
  /**
   * Runs a task when it is its turn at a host, and rejects with an Ended `held` while the host is held. `follows`: the
   * request belongs to one before (a redirect, robots.txt), so it does not wait for the spacing.
   */
  turn<T>(host: string, task: () => Promise<T>, follows?: boolean): Promise<T>;
  /** The host asked that nobody come for so many milliseconds. */
  hold(host: string, milliseconds: number): void;
  /** The host asked for at least so many milliseconds between two requests. */
  space(host: string, milliseconds: number): void;
}

export interface Pace {
  /** Milliseconds between the beginnings of two requests to one host. */
  readonly spacing: number;
  /** Requests to one host at the same time. */
  readonly atOnce: number;
}

interface Lane {
  running: number;
  spacing: number;
  /** When the next request may begin, and until when none may, by `performance.now()`. */
  next: number;
  heldUntil: number;
  readonly waiting: (() => void)[];
}

const remembered = 5_000;

export function hostsAt({ spacing, atOnce }: Pace): Hosts {
  const lanes = new Map<string, Lane>();
  const laneOf = (host: string): Lane => {
    const known = lanes.get(host);
    if (known) return known;
    if (lanes.size >= remembered) forgetIdle(lanes);
    const lane: Lane = { running: 0, spacing, next: 0, heldUntil: 0, waiting: [] };
    lanes.set(host, lane);
    return lane;
  };
  return {
    turn: (host, task, follows = false) => turn(host, laneOf(host), { atOnce, follows }, task),
    hold: (host, milliseconds) => {
      const lane = laneOf(host);
      lane.heldUntil = Math.max(lane.heldUntil, performance.now() + milliseconds);
    },
    space: (host, milliseconds) => {
      const lane = laneOf(host);
      lane.spacing = Math.max(spacing, milliseconds);
    },
  };
}

interface Entry {
  readonly atOnce: number;
  readonly follows: boolean;
}

async function turn<T>(
  host: string,
  lane: Lane,
  { atOnce, follows }: Entry,
  task: () => Promise<T>,
): Promise<T> {
  refuseHeld(host, lane);
  if (lane.running >= atOnce) await new Promise<void>(resolve => lane.waiting.push(resolve));
  else lane.running += 1;
  try {
    await spaced(lane, follows);
    refuseHeld(host, lane);
    return await task();
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = lane.waiting.shift();
    if (next) next();
    else lane.running -= 1;
  }
}

async function spaced(lane: Lane, follows: boolean): Promise<void> {
  if (follows) return;
  const now = performance.now();
  const begin = Math.max(now, lane.next);
  lane.next = begin + lane.spacing;
  if (begin > now) await pause(begin - now);
}

function refuseHeld(host: string, { heldUntil }: Lane): void {
  const left = Math.ceil(heldUntil - performance.now());
  if (left > 0) throw new Ended('held', `${host} asked us to wait`, left);
}

function forgetIdle(lanes: Map<string, Lane>): void {
  const now = performance.now();
  for (const [host, { running, next, heldUntil }] of lanes) {
    if (running === 0 && next < now && heldUntil < now) lanes.delete(host);
  }
}
