import { describe, expect, it } from 'vitest';
import { type FeedState, type PollOutcome, unpolled } from '../../src/core/feed.ts';
import { addressOf, isMoved, moveAfter } from '../../src/core/moves.ts';
import { day, hour } from '../../src/core/time.ts';

const feed = { id: 'wire', outlet: 'wire', url: 'https://wire.example/rss', language: 'en', every: null };
const there = 'https://wire.example/feed';
const start = 1_000 * day;

/** The state after polls at these hours, each led to an address, or ended in a failure. */
type Seen = readonly [at: number, led: string | null, outcome?: PollOutcome];

function after(polls: readonly Seen[]): FeedState {
  let state = unpolled('wire', feed.url);
  for (const [at, led, outcome = 'ok'] of polls) {
    const now = start + at * hour;
    state = { ...state, ...moveAfter(state, outcome, led, now), polledAt: now };
  }
  return state;
}

describe('a permanent redirect', () => {
  it('is believed after three polls over a day that agree', () => {
    expect(
      isMoved(
        after([
          [0, there],
          [12, there],
        ]),
      ),
    ).toBe(false);
    expect(
      isMoved(
        after([
          [0, there],
          [1, there],
          [2, there],
          [23, there],
        ]),
      ),
    ).toBe(false);
    expect(
      isMoved(
        after([
          [0, there],
          [30, there],
        ]),
      ),
    ).toBe(false);
    const moved = after([
      [0, there],
      [12, there],
      [24, there],
    ]);
    expect(isMoved(moved)).toBe(true);
    expect(addressOf(feed, moved)).toBe(there);
  });

  it('stays believed while its place answers, and is forgotten when it fails', () => {
    const polls: readonly Seen[] = [
      [0, there],
      [12, there],
      [24, there],
      [36, null],
      [48, null, 'not-modified'],
    ];
    expect(addressOf(feed, after([...polls]))).toBe(there);
    expect(addressOf(feed, after([...polls, [60, null, 'timeout']]))).toBe(feed.url);
  });

  it('that flaps is never believed', () => {
    const other = 'https://elsewhere.example/feed';
    const polls = Array.from({ length: 30 }, (_, i): [number, string | null] => [
      12 * i,
      i % 2 ? there : other,
    ]);
    expect(isMoved(after(polls))).toBe(false);
    const comesAndGoes = Array.from({ length: 30 }, (_, i): [number, string | null] => [
      12 * i,
      i % 3 ? there : null,
    ]);
    expect(isMoved(after(comesAndGoes))).toBe(false);
  });

  it('that leads on from its place begins anew', () => {
    const moved = after([
      [0, there],
      [12, there],
      [24, there],
      [36, 'https://third.example/feed'],
    ]);
    expect(addressOf(feed, moved)).toBe(feed.url);
  });
});
