import type { ActorId } from './actor.ts';
import type { Instant } from './time.ts';

/** Who publishes. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, or `INT` for an outlet without one home. */
  readonly country: string;
  readonly ownership: Ownership;
}

/** State media carry the party whose voice they are. */
export type Ownership =
  | { readonly kind: 'independent' | 'public' }
  | { readonly kind: 'state'; readonly of: ActorId };

/** The address that is polled. */
export interface Feed {
  readonly id: string;
  readonly outlet: string;
  readonly url: string;
  /** BCP 47, such as `en` or `uk`. */
  readonly language: string;
  /** Milliseconds between polls, where the server does not ask for more. */
  readonly every: number;
}

/** How a poll ended. A closed set: `/status` has one sentence for each. */
export type PollOutcome = 'ok' | 'not-modified' | 'all-undated' | 'held' | PollFailure;

export type PollFailure =
  | 'empty'
  | 'html-instead-of-feed'
  | 'parse-error'
  | 'too-large'
  | 'http-error'
  | 'not-found'
  | 'gone'
  | 'timeout'
  | 'dns-error'
  | 'connection-error'
  | 'refused-address';

/** What is remembered of a feed between polls. */
export interface FeedState {
  readonly feed: string;
  readonly nextAt: Instant;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Null before the first poll. */
  readonly outcome: PollOutcome | null;
  /** What was seen, in words for a person: `HTTP 404`, `the answer is a web page`. */
  readonly detail: string | null;
  readonly polledAt: Instant | null;
  readonly lastOk: Instant | null;
  readonly lastNew: Instant | null;
  /** When the present run of failures began. */
  readonly failingSince: Instant | null;
  readonly failures: number;
}

export const isWell = (outcome: PollOutcome): boolean => outcome === 'ok' || outcome === 'not-modified';

/** A feed that was never polled: due at once, its first items announce nothing. */
export function unpolled(feed: string): FeedState {
  return {
    feed,
    nextAt: 0,
    etag: null,
    lastModified: null,
    outcome: null,
    detail: null,
    polledAt: null,
    lastOk: null,
    lastNew: null,
    failingSince: null,
    failures: 0,
  };
}
