import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interval, type Pace, untilNext, usualGap } from '../../src/core/rhythm.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { at } from '../support/made.ts';

const now = at('2025-11-28T08:00Z');
const every = (gap: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => now - i * gap);

describe('the usual gap between items', () => {
  it('is the median of the newest, whatever came long before, or in a burst', () => {
    expect(usualGap(every(hour, 10), now)).toBe(hour);
    expect(usualGap([...every(minute, 21), ...every(day, 300)], now)).toBe(minute);
    expect(usualGap([now, now, now - hour, now - 3 * hour, now - 5 * hour, now - 7 * hour], now)).toBe(
      2 * hour,
    );
  });

  it('leaves out what has no date or lies ahead, and says nothing of three items', () => {
    expect(usualGap([null, now + day, ...every(hour, 4)], now)).toBe(hour);
    expect(usualGap([null, now + day, ...every(hour, 3)], now)).toBeNull();
  });
});

const pace = (given: Partial<Pace>): number =>
  untilNext({
    feed: { every: null },
    rhythm: null,
    failures: 0,
    wait: null,
    fresh: null,
    chance: 0.5,
    ...given,
  });

describe('the time until the next poll', () => {
  it.each([
    [{}, 10 * minute],
    [{ rhythm: minute }, 5 * minute],
    [{ rhythm: 2 * hour }, hour],
    [{ rhythm: 5 * day }, 6 * hour],
    [{ rhythm: 2 * hour, fresh: 3 * hour }, 3 * hour],
    [{ rhythm: 2 * hour, fresh: minute }, hour],
    [{ feed: { every: minute }, rhythm: 2 * hour, fresh: 3 * hour }, minute],
    [{ feed: { every: minute }, wait: 3 * hour }, 3 * hour],
    [{ wait: 90 * hour }, day],
    [{ failures: 1 }, 10 * minute],
    [{ failures: 2 }, 20 * minute],
    [{ failures: 4, wait: hour }, 80 * minute],
    [{ failures: 1_000 }, day],
  ] satisfies [Partial<Pace>, number][])('%o: %i ms', (given, expected) => {
    expect(pace(given)).toBe(expected);
  });

  it('is a tenth more or less, by chance', () => {
    expect(pace({ chance: 0 })).toBe(9 * minute);
    expect(pace({ chance: 1 })).toBe(11 * minute);
    expect(pace({ chance: 0, wait: hour })).toBe(hour);
  });

  it('is never less than the server asks for, up to a day, nor outside a minute and a day', () => {
    const times = fc.option(fc.integer({ min: 0, max: 40 * day }));
    const given = fc.record({
      feed: fc.record({ every: fc.option(fc.integer({ min: minute, max: 6 * hour })) }),
      rhythm: times,
      failures: fc.nat(40),
      wait: times,
      fresh: times,
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(given, each => {
        const next = untilNext(each);
        expect(next).toBeGreaterThanOrEqual(Math.min(each.wait ?? 0, day));
        if (each.feed.every === null) expect(next).toBeGreaterThanOrEqual(Math.min(each.fresh ?? 0, day));
        expect(next).toBeGreaterThanOrEqual(0.9 * minute);
        expect(next).toBeLessThanOrEqual(day);
        expect(next).toBeGreaterThanOrEqual(
          Math.floor(Math.min(0.9 * interval(each.feed, each.rhythm), day)),
        );
      }),
    );
  });
});
