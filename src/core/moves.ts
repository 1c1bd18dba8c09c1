import type { Feed, FeedState, PollOutcome } from './feed.ts';
import { day, type Instant } from './time.ts';

/** Where permanent redirects lead, since when, and how many polls in a row agree. */
export type Move = Pick<FeedState, 'movedTo' | 'movedSince' | 'movedTimes'>;

export const unmoved: Move = { movedTo: null, movedSince: null, movedTimes: 0 };

const agreeing = 3;

/** A permanent redirect is believed once three polls in a row, over a day at least, have led to the same place. */
export const isMoved = ({ movedTo, movedSince, movedTimes, polledAt }: FeedState): boolean =>
  movedTo !== null &&
  movedSince !== null &&
  polledAt !== null &&
  movedTimes >= agreeing &&
  polledAt - movedSince >= day;

/** The address to poll. The configured one stays in the configuration, and is asked again when the other fails. */
export const addressOf = ({ url }: Feed, state: FeedState): string =>
  isMoved(state) ? (state.movedTo ?? url) : url;

/** What is known after a poll that ended so and was led to `movedTo` by permanent redirects alone. */
export function moveAfter(
  before: FeedState,
  outcome: PollOutcome,
  movedTo: string | null,
  now: Instant,
): Move {
  const { movedTo: known, movedSince, movedTimes } = before;
  const isAnswer = outcome === 'ok' || outcome === 'not-modified' || outcome === 'all-undated';
  if (!isAnswer) return unmoved;
  if (movedTo === null) return isMoved(before) ? { movedTo: known, movedSince, movedTimes } : unmoved;
  if (movedTo === known && movedSince !== null) return { movedTo, movedSince, movedTimes: movedTimes + 1 };
  return { movedTo, movedSince: now, movedTimes: 1 };
}
