import { describe, expect, it } from 'vitest';
import { type FeedState, unpolled } from '../../src/core/feed.ts';
import { feedHealth, isSilent, pulse } from '../../src/core/health.ts';
import { day, hour, minute } from '../../src/core/time.ts';
import { at, lakes } from '../support/made.ts';

const now = at('2025-11-28T08:00Z');
const followed = lakes();

const well = (given: Partial<FeedState> = {}): FeedState => ({
  ...unpolled('lakeside-world'),
  ...{ outcome: 'ok', polledAt: now - minute, lastOk: now - minute, nextAt: now + 9 * minute },
  ...given,
});
const failing = (given: Partial<FeedState> = {}): FeedState => ({
  ...unpolled('gazette-all'),
  ...{ outcome: 'timeout', detail: 'no answer', failures: 3, failingSince: now - 3 * hour },
  ...{ polledAt: now - hour, lastOk: now - 4 * hour, nextAt: now + hour },
  ...given,
});

describe('feedHealth', () => {
  it('counts the configured feeds that were polled, and names those that fail', () => {
    const stray = { ...failing(), feed: 'taken-out' };
    expect(feedHealth([well({ outcome: 'all-undated' }), failing(), stray], followed)).toEqual({
      well: 1,
      polled: 2,
      configured: 2,
      failing: [{ feed: 'gazette-all', outlet: 'Nord Gazette', since: now - 3 * hour, detail: 'no answer' }],
    });
  });
});

describe('silence', () => {
  it.each([
    ['news within a day', { rhythm: minute, lastNew: now - 23 * hour }, false],
    [
      'nothing for more than a day, where minutes are usual',
      { rhythm: minute, lastNew: now - 25 * hour },
      true,
    ],
    ['a weekly letter of last week', { rhythm: 7 * day, lastNew: now - 8 * day }, false],
    ['a weekly letter that has stopped', { rhythm: 7 * day, lastNew: now - 29 * day }, true],
    ['no rhythm', { rhythm: null, lastNew: now - 90 * day }, false],
    ['nothing ever', { rhythm: minute, lastNew: null }, false],
  ] as const)('%s', (_, given, expected) => {
    expect(isSilent(well(given), now)).toBe(expected);
    expect(isSilent(failing(given), now)).toBe(false);
  });
});

describe('the pulse', () => {
  it('beats while anything is fetched, and before anything was polled', () => {
    expect(pulse([], followed, now)).toEqual({ isHealthy: true, lastFetch: null });
    expect(pulse([well(), failing()], followed, now)).toEqual({ isHealthy: true, lastFetch: now - minute });
  });

  it('stops where nothing is fetched for half an hour and twice the usual wait', () => {
    const quiet = (ago: number) => [failing({ lastOk: now - ago })];
    expect(pulse(quiet(50 * minute), followed, now).isHealthy).toBe(true);
    expect(pulse(quiet(51 * minute), followed, now)).toEqual({
      isHealthy: false,
      lastFetch: now - 51 * minute,
    });
    expect(pulse([well({ polledAt: now - 3 * hour, nextAt: now - 3 * hour })], followed, now).isHealthy).toBe(
      false,
    );
  });

  it('waits as long as a server asked for, and not for feeds that are gone', () => {
    const asked = well({ polledAt: now - 3 * hour, nextAt: now + 3 * hour });
    expect(pulse([asked], followed, now).isHealthy).toBe(true);
    expect(pulse([failing({ pausedSince: now - day })], followed, now).isHealthy).toBe(true);
  });

  it('stops where nothing could ever be fetched', () => {
    const never = failing({ lastOk: null, failingSince: now - 51 * minute });
    expect(pulse([never], followed, now)).toEqual({ isHealthy: false, lastFetch: null });
    expect(pulse([failing({ lastOk: null, failingSince: now - minute })], followed, now).isHealthy).toBe(
      true,
    );
  });

  it('knows nothing of feeds that were taken out', () => {
    expect(pulse([failing({ feed: 'taken-out' })], followed, now).isHealthy).toBe(true);
  });
});
