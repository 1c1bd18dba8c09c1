import { dropOldest } from '../core/oldest.ts';
import { Ended } from './ended.ts';
import { everything, nothing, type Robots, robotsIn } from './robots.ts';
import type { Limits } from './stopwatch.ts';

/** Whether pages may be read, by the robots.txt of their hosts. */
export interface Permission {
  /** Rejects with an Ended `disallowed` where the host asks robots to stay away from this address. */
  check(url: URL, limits: Limits): Promise<void>;
}

/** A robots.txt as a fetch found it: its text, that there is none, or that nobody can say. */
export type RobotsFile = { readonly text: string } | 'none' | 'unknown';

interface Options {
  /** The product token of our User-Agent. */
  readonly product: string;
  readonly read: (url: URL, limits: Limits) => Promise<RobotsFile>;
  /** Told the milliseconds that a host wants between two requests. */
  readonly space: (host: string, milliseconds: number) => void;
}

interface Known {
  readonly robots: Promise<Robots>;
  until: number;
}

/** Milliseconds for which a robots.txt is believed (RFC 9309 2.4), and for which we stay away where it cannot be had. */
const believed = 24 * 3_600_000;
const unsure = 30 * 60_000;
const remembered = 2_000;

export function permission({ product, read, space }: Options): Permission {
  const known = new Map<string, Known>();
  const learned = (url: URL, limits: Limits): Known => {
    const entry: Known = { robots: learn(url, limits), until: performance.now() + believed };
    known.set(url.origin, entry);
    dropOldest(known, remembered);
    return entry;
  };
  const learn = async (url: URL, limits: Limits): Promise<Robots> => {
    const file = await read(new URL('/robots.txt', url), limits);
    if (file === 'none') return everything;
    if (file === 'unknown') {
      const entry = known.get(url.origin);
      if (entry) entry.until = performance.now() + unsure;
      return nothing;
    }
    const robots = robotsIn(file.text, product);
    if (robots.delay !== null) space(url.host, robots.delay);
    return robots;
  };
  return {
    check: async (url, limits) => {
      const entry = known.get(url.origin);
      const { robots } = entry && entry.until > performance.now() ? entry : learned(url, limits);
      if ((await robots).allows(url.pathname + url.search)) return;
      throw new Ended('disallowed', `${url.host} asks robots not to read this page`);
    },
  };
}
