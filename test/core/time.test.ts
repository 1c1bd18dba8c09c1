import { describe, expect, it } from 'vitest';
import { instantOf, localDate, nextLocal, shownAge, shownMoment } from '../../src/core/time.ts';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const iso = (at: number): string => new Date(at).toISOString();

describe('instantOf', () => {
  it.each([
    ['2025-11-28', '07:30', 'Europe/Kyiv', '2025-11-28T05:30:00.000Z'],
    ['2025-07-01', '07:30', 'Europe/Kyiv', '2025-07-01T04:30:00.000Z'],
    ['2025-03-01', '00:00', 'Asia/Kathmandu', '2025-02-28T18:15:00.000Z'],
    ['2025-03-09', '12:00', 'America/New_York', '2025-03-09T16:00:00.000Z'],
  ])('%s %s in %s', (date, time, zone, expected) => {
    expect(iso(instantOf(date, time, zone))).toBe(expected);
  });

  it('takes the first minute after a gap for a time that the clocks skip', () => {
    expect(iso(instantOf('2025-03-30', '03:30', 'Europe/Kyiv'))).toBe('2025-03-30T01:00:00.000Z');
    expect(iso(instantOf('2025-03-09', '02:30', 'America/New_York'))).toBe('2025-03-09T07:00:00.000Z');
    expect(iso(instantOf('2025-10-05', '02:10', 'Australia/Lord_Howe'))).toBe('2025-10-04T15:30:00.000Z');
  });

  it('takes the first of a time that occurs twice', () => {
    expect(iso(instantOf('2025-10-26', '03:30', 'Europe/Kyiv'))).toBe('2025-10-26T00:30:00.000Z');
    expect(iso(instantOf('2025-11-02', '01:30', 'America/New_York'))).toBe('2025-11-02T05:30:00.000Z');
  });
});

describe('nextLocal', () => {
  it.each(['Europe/Kyiv', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'])(
    'gives one instant on each local date of a year in %s, at any hour',
    zone => {
      for (const time of ['00:00', '01:45', '02:15', '03:30', '23:59']) {
        let now = Date.parse('2025-01-01T12:00Z');
        const dates: string[] = [];
        while (dates.length < 365) {
          now = nextLocal([time], everyDay, zone, now);
          dates.push(localDate(now, zone));
        }
        expect(new Set(dates).size).toBe(365);
      }
    },
  );

  it('keeps to the chosen weekdays', () => {
    const friday = Date.parse('2025-11-28T08:00Z');
    const next = nextLocal(['07:30'], [1, 2, 3, 4, 5], 'Europe/Kyiv', friday);
    expect(iso(next)).toBe('2025-12-01T05:30:00.000Z');
  });

  it('is after the given instant even when that is the minute itself', () => {
    const now = instantOf('2025-11-28', '07:30', 'Europe/Kyiv');
    expect(nextLocal(['07:30'], everyDay, 'Europe/Kyiv', now)).toBe(
      instantOf('2025-11-29', '07:30', 'Europe/Kyiv'),
    );
  });

  it('says so when no weekday is given', () => {
    expect(() => nextLocal(['07:30'], [], 'Europe/Kyiv', 0)).toThrow('no local time 07:30');
  });
});

describe('what is shown', () => {
  it('writes moments in the zone', () => {
    expect(shownMoment(Date.parse('2025-11-27T22:05Z'), 'Europe/Kyiv')).toBe('28 Nov 2025, 00:05');
  });

  it.each([
    [0, 'less than a minute'],
    [60_000, '1 minute'],
    [5 * 3_600_000, '5 hours'],
    [50 * 3_600_000, '2 days'],
  ])('shows an age of %d ms as %s', (age, expected) => {
    expect(shownAge(0, age)).toBe(expected);
  });
});
