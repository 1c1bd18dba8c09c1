import type { Feed, FeedState, PollOutcome, PollRecord } from '../core/feed.ts';
import { moveAfter } from '../core/moves.ts';
import { untilNext, usualGap } from '../core/rhythm.ts';
import { day, type Instant } from '../core/time.ts';
import type { Poll } from './ports.ts';

/** What a poll led to, for working out what is to be remembered. */
export interface Polled {
  readonly feed: Feed;
  readonly before: FeedState;
  readonly poll: Poll;
  readonly taken: TakenIn;
  readonly now: Instant;
  /** From 0 to 1. */
  readonly chance: number;
}

/** What was taken in of a feed's items. */
export interface TakenIn {
  readonly added: number;
  /** Of these, how many have a date, of the feed or of their page. */
  readonly dated: number;
  /** Whether it was all there was: a large first poll goes on at the next. */
  readonly isComplete: boolean;
}

/** A 404 may be a mistake of a day; one of a week is meant. */
const missingLimit = 7 * day;
/** Even a feed that is gone is asked now and then: publishers take mistakes back, and nothing is given up for ever. */
const pausedInterval = 7 * day;

export function stateAfter(polled: Polled): FeedState {
  const { poll } = polled;
  if (poll.outcome === 'held') return { ...polled.before, nextAt: nextOf(polled, 0) };
  return poll.outcome === 'ok' || poll.outcome === 'not-modified'
    ? answered(polled, poll)
    : failed(polled, poll);
}

export function recordOf(polled: Polled, after: FeedState): PollRecord {
  const { poll, taken, now } = polled;
  if (poll.outcome === 'held') return { at: now, outcome: 'held', detail: poll.detail, added: 0 };
  return { at: now, outcome: after.outcome ?? 'ok', detail: after.detail, added: taken.added };
}

type Answered = Extract<Poll, { outcome: 'ok' | 'not-modified' }>;
type Failed = Exclude<Poll, Answered | { outcome: 'held' }>;

function answered(polled: Polled, poll: Answered): FeedState {
  const { before, taken, now } = polled;
  const outcome = outcomeOf(polled, poll);
  const well: FeedState = {
    ...before,
    outcome,
    detail: outcome === 'all-undated' ? 'no item has a date' : null,
    polledAt: now,
    lastOk: taken.isComplete ? now : before.lastOk,
    lastNew: taken.added > 0 ? now : before.lastNew,
    failingSince: null,
    failures: 0,
    missingSince: null,
    pausedSince: null,
    holdUntil: null,
    rhythm: rhythmAfter(polled),
    ...moveAfter(before, outcome, poll.movedTo, now),
  };
  // What is left is due still, and as late as it was.
  const nextAt = taken.isComplete ? nextOf(polled, 0) : before.nextAt || now;
  // Where something was left for the next poll, a conditional request must not be answered with "nothing new".
  const validators = taken.isComplete ? {} : { etag: null, lastModified: null };
  return { ...well, nextAt, ...(poll.outcome === 'ok' && poll.validators), ...validators };
}

/** A page may tell the date that its feed does not: only what has none at all is undated. */
function outcomeOf({ before, taken }: Polled, poll: Answered): PollOutcome {
  if (poll.outcome === 'not-modified') return poll.outcome;
  const isUndated = poll.items.every(({ published }) => published === null) && taken.dated === 0;
  return isUndated && (taken.added > 0 || before.outcome === 'all-undated') ? 'all-undated' : 'ok';
}

function rhythmAfter({ before, poll, now }: Polled): number | null {
  if (poll.outcome !== 'ok') return before.rhythm;
  const dates = poll.items.map(({ published }) => published);
  return usualGap(dates, now) ?? before.rhythm;
}

function failed(polled: Polled, { outcome, detail, wait }: Failed): FeedState {
  const { before, now } = polled;
  const failures = before.failures + 1;
  const missingSince = outcome === 'not-found' ? (before.missingSince ?? now) : null;
  const isLost = outcome === 'gone' || (missingSince !== null && now - missingSince >= missingLimit);
  const pausedSince = isLost ? (before.pausedSince ?? now) : before.pausedSince;
  return {
    ...before,
    outcome,
    detail,
    polledAt: now,
    failingSince: before.failingSince ?? now,
    failures,
    missingSince,
    pausedSince,
    holdUntil: wait === null ? null : now + Math.min(wait, day),
    nextAt: pausedSince === null ? nextOf(polled, failures) : now + pausedInterval,
    // An address that fails is not believed any longer: the next poll goes to the configured one.
    ...moveAfter(before, 'http-error', null, now),
  };
}

function nextOf(polled: Polled, failures: number): Instant {
  const { feed, poll, now, chance } = polled;
  const fresh = 'fresh' in poll ? poll.fresh : null;
  return now + untilNext({ feed, rhythm: rhythmAfter(polled), failures, wait: poll.wait, fresh, chance });
}
