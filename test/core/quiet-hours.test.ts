import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QuietHours } from '../../src/core/desk.ts';
import { quietUntil } from '../../src/core/quiet-hours.ts';
import { day, minute, shownTime } from '../../src/core/time.ts';
import { at } from '../support/made.ts';

const night: QuietHours = { from: '22:00', until: '07:00', zone: 'Europe/Kyiv', through: 'nothing' };
const ends = (time: string, hours: QuietHours = night): string | null => {
  const until = quietUntil(hours, at(time));
  return until === null ? null : new Date(until).toISOString().slice(0, 16);
};

it('holds from the evening to the morning, and not by day', () => {
  expect(ends('2025-11-27T19:59Z')).toBeNull();
  expect(ends('2025-11-27T20:00Z')).toBe('2025-11-28T05:00');
  expect(ends('2025-11-28T04:59Z')).toBe('2025-11-28T05:00');
  expect(ends('2025-11-28T05:00Z')).toBeNull();
});

it('holds at noon where it begins and ends on one day', () => {
  const noon = { ...night, from: '12:00', until: '13:00' };
  expect(ends('2025-11-28T10:30Z', noon)).toBe('2025-11-28T11:00');
  expect(ends('2025-11-28T11:00Z', noon)).toBeNull();
});

it('is an hour shorter or longer in the night in which the clocks change', () => {
  expect(ends('2025-03-29T20:00Z')).toBe('2025-03-30T04:00');
  expect(ends('2025-10-25T19:00Z')).toBe('2025-10-26T05:00');
});

it('ends after a time that is skipped, and at the first of one that comes twice', () => {
  const short = { ...night, from: '23:00', until: '03:30' };
  expect(ends('2025-03-29T22:00Z', short)).toBe('2025-03-30T01:00');
  expect(ends('2025-10-25T22:00Z', short)).toBe('2025-10-26T00:30');
  expect(ends('2025-10-26T01:00Z', short)).toBeNull();
});

it('ends within a day, at its minute but for a gap, and is over then', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
  const zones = ['Europe/Kyiv', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
  const moments = fc.integer({ min: 0, max: 365 * 24 * 60 }).map(n => at('2025-01-01') + n * minute);
  fc.assert(
    fc.property(time, time, fc.constantFrom(...zones), moments, (from, until, zone, now) => {
      fc.pre(from !== until);
      const hours = { ...night, from, until, zone };
      const end = quietUntil(hours, now);
      if (end === null) return;
      expect(end).toBeGreaterThan(now);
      expect(end - now).toBeLessThanOrEqual(day + 60 * minute);
      expect(shownTime(end, zone) >= until).toBe(true);
      expect(quietUntil(hours, end)).toBeNull();
    }),
    { numRuns: 300 },
  );
});
