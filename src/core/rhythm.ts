import type { Feed } from './feed.ts';
import { day, hour, type Instant, minute } from './time.ts';

/** Between two polls, in milliseconds, where neither the configuration nor the server says otherwise. */
const shortest = 5 * minute;
const longest = 6 * hour;
const unknown = 10 * minute;
/** No server and no run of failures keeps us away for longer. */
const longestAway = 1 * day;

/** How many of the newest items tell the rhythm of today, and how few tell none. */
const recent = 20;
const fewest = 4;

/** The median time between the newest items of a feed; null where too few have a date. */
export function usualGap(dates: readonly (Instant | null)[], now: Instant): number | null {
  const known = dates.filter(date => date !== null && date <= now) as Instant[];
  const newest = known.toSorted((a, b) => b - a).slice(0, recent);
  if (newest.length < fewest) return null;
  const gaps = newest.slice(1).map((date, i) => (newest[i] ?? date) - date);
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}

/** The time between polls that a feed's own rhythm asks for: half its usual gap, so that an item waits a quarter of it. */
export function interval({ every }: Pick<Feed, 'every'>, rhythm: number | null): number {
  if (every !== null) return every;
  return rhythm === null ? unknown : Math.min(Math.max(Math.round(rhythm / 2), shortest), longest);
}

export interface Pace {
  readonly feed: Pick<Feed, 'every'>;
  readonly rhythm: number | null;
  /** Polls in a row that failed. */
  readonly failures: number;
  /** What the server asked for, and for how long the answer stays fresh; milliseconds or null. */
  readonly wait: number | null;
  readonly fresh: number | null;
  /** From 0 to 1, so that feeds that began together do not stay together. */
  readonly chance: number;
}

/**
 * Milliseconds until the next poll, a tenth more or less. A failure doubles them; what the server asks for is the least,
 * what the configuration says counts more than how long an answer stays fresh. Never more than a day.
 */
export function untilNext({ feed, rhythm, failures, wait, fresh, chance }: Pace): number {
  const doubled = interval(feed, rhythm) * 2 ** Math.min(Math.max(failures - 1, 0), 12);
  const usual = Math.min(doubled, longestAway) * (0.9 + chance / 5);
  const least = Math.max(wait ?? 0, feed.every === null ? (fresh ?? 0) : 0);
  return Math.round(Math.min(Math.max(usual, least), longestAway));
}
