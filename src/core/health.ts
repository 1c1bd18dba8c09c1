import type { Catalog } from './catalog.ts';
import { type FeedState, isWell } from './feed.ts';
import type { Instant } from './time.ts';

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
  const present = states.filter(state => catalog.feeds.has(state.feed) && state.outcome !== null);
  const failing = present.filter(state => state.outcome !== null && !isWell(state.outcome));
  return {
    well: present.length - failing.length,
    polled: present.length,
    configured: catalog.feeds.size,
    failing: failing.map(state => ({
      feed: state.feed,
      outlet: outletOf(state.feed, catalog),
      since: state.failingSince,
      detail: state.detail ?? state.outcome ?? '',
    })),
  };
}

function outletOf(feed: string, { feeds, outlets }: Catalog): string {
  const id = feeds.get(feed)?.outlet;
  return (id && outlets.get(id)?.name) ?? feed;
}
