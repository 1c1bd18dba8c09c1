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
  /** Milliseconds between polls that the configuration asks for; null where the feed's own rhythm decides. */
  readonly every: number | null;
  /** The configuration has it and does not poll it. */
  readonly paused?: true;
}

/**
 * How a poll ended, a closed set. `all-undated`: a feed none of whose items tells its date, so that none can be news;
 * `held`: the host had asked to be left alone, and was.
 */
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
  /** The configured address that all of this is about. */
  readonly url: string;
  readonly nextAt: Instant;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Null before the first poll. */
  readonly outcome: PollOutcome | null;
  /** What was seen, in words for a person: `HTTP 404`, `the answer is a web page`. */
  readonly detail: string | null;
  readonly polledAt: Instant | null;
  /** When all that the feed held was last taken in; null until the first time. */
  readonly lastOk: Instant | null;
  readonly lastNew: Instant | null;
  /** When the present run of failures began. */
  readonly failingSince: Instant | null;
  readonly failures: number;
  /** Milliseconds that usually lie between its items, null where nobody can say. */
  readonly rhythm: number | null;
  /** Where permanent redirects lead, the first poll that said so, and how many in a row did. See `moves.ts`. */
  readonly movedTo: string | null;
  readonly movedSince: Instant | null;
  readonly movedTimes: number;
  /** When the present run of 404s began. */
  readonly missingSince: Instant | null;
  /** Since when it is asked once a week only, because its publisher said that it is gone. */
  readonly pausedSince: Instant | null;
  /** Until when its server asked that nobody come, to any feed of this host. */
  readonly holdUntil: Instant | null;
}

/** One poll, for the history of a feed. */
export interface PollRecord {
  readonly at: Instant;
  readonly outcome: PollOutcome;
  readonly detail: string | null;
  /** Articles that were new. */
  readonly added: number;
}

/** Whether a poll brought what it should. An undated feed is well: it fills the record, though it announces nothing. */
export const isWell = (outcome: PollOutcome): boolean =>
  outcome === 'ok' || outcome === 'not-modified' || outcome === 'all-undated';

/** A feed that was never polled: due at once, its first items announce nothing. */
export function unpolled(feed: string, url = ''): FeedState {
  return {
    feed,
    url,
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
    rhythm: null,
    movedTo: null,
    movedSince: null,
    movedTimes: 0,
    missingSince: null,
    pausedSince: null,
    holdUntil: null,
  };
}

/**
 * What is still true of a feed whose address was changed in the configuration: what it held and when, but nothing that a
 * server told us. What is not known yet (`''`, from before addresses were remembered) is taken to be the same.
 */
export function atAddress(state: FeedState, url: string): FeedState {
  if (state.url === url || state.url === '') return { ...state, url };
  const { feed, lastOk, lastNew, rhythm } = state;
  return { ...unpolled(feed, url), lastOk, lastNew, rhythm };
}
