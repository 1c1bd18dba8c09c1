import type { Catalog } from './catalog.ts';
import { type FeedState, isWell } from './feed.ts';
import { interval } from './rhythm.ts';
import { day, type Instant, minute } from './time.ts';

/** How the feeds are, for the line under every answer. */
export interface FeedHealth {
  readonly well: number;
  readonly polled: number;
  readonly configured: number;
  readonly failing: readonly FailingFeed[];
}

export interface FailingFeed {
  readonly feed: string;
  readonly outlet: string;
  readonly since: Instant | null;
  readonly detail: string;
}

/** Counts only feeds that are configured now: the state of a feed that was taken out does not matter any more. */
export function feedHealth(states: readonly FeedState[], catalog: Catalog): FeedHealth {
  const present = polledIn(states, catalog);
  const failing = present.filter(isFailing);
  return {
    well: present.length - failing.length,
    polled: present.length,
    configured: catalog.feeds.size,
    failing: failing.map(state => failingFeed(state, catalog)),
  };
}

const polledIn = (states: readonly FeedState[], { feeds }: Catalog): FeedState[] =>
  states.filter(({ feed, outcome }) => feeds.has(feed) && outcome !== null);

const isFailing = ({ outcome }: FeedState): boolean => outcome !== null && !isWell(outcome);

export const failingFeed = (state: FeedState, catalog: Catalog): FailingFeed => ({
  feed: state.feed,
  outlet: outletOf(state.feed, catalog),
  since: state.failingSince,
  detail: state.detail ?? state.outcome ?? '',
});

export function outletOf(feed: string, { feeds, outlets }: Catalog): string {
  const id = feeds.get(feed)?.outlet;
  return (id && outlets.get(id)?.name) ?? feed;
}

const longSilence = 4;

/**
 * Whether a feed answers as it should but has had nothing new for longer than four of its usual gaps, and than a day:
 * its publisher may have left it behind. A feed without a rhythm is never silent.
 */
export const isSilent = (state: FeedState, now: Instant): boolean =>
  state.outcome !== null &&
  isWell(state.outcome) &&
  state.rhythm !== null &&
  state.lastNew !== null &&
  now - state.lastNew > Math.max(longSilence * state.rhythm, day);

/** Whether anything is fetched at all: the network, the clock or the process may be at fault where nothing is. */
export interface Pulse {
  readonly isHealthy: boolean;
  /** When a poll last succeeded, null where none ever did. */
  readonly lastFetch: Instant | null;
}

const patience = 30 * minute;

/**
 * Unhealthy where no feed was fetched for half an hour and twice the time that lies between polls of the most frequent
 * one. Before the first poll there is nothing to complain about; paused feeds do not count.
 */
export function pulse(states: readonly FeedState[], catalog: Catalog, now: Instant): Pulse {
  const present = polledIn(states, catalog).filter(({ pausedSince }) => pausedSince === null);
  if (present.length === 0) return { isHealthy: true, lastFetch: null };
  const fetches = present.flatMap(state => lastFetchOf(state) ?? []);
  const lastFetch = fetches.length > 0 ? Math.max(...fetches) : null;
  const begun = Math.min(...present.map(({ failingSince }) => failingSince ?? now));
  const usual = Math.min(...present.map(state => usualWait(state, catalog)));
  return { isHealthy: now - (lastFetch ?? begun) <= patience + 2 * usual, lastFetch };
}

const lastFetchOf = (state: FeedState): Instant | null => (isFailing(state) ? state.lastOk : state.polledAt);

/** A server that wants to be left alone for long makes a long wait usual. */
function usualWait(state: FeedState, { feeds }: Catalog): number {
  const usual = interval(feeds.get(state.feed) ?? { every: null }, state.rhythm);
  return isFailing(state) ? usual : Math.max(usual, state.nextAt - (state.polledAt ?? state.nextAt));
}
