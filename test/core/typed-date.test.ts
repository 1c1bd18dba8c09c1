import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/core/time.ts';
import { dateTyped, momentTyped } from '../../src/core/typed-date.ts';
import { at } from '../support/made.ts';

/** A Friday, 10:00 in Kyiv. */
const wall = { now: at('2025-11-28T08:00Z'), zone: 'Europe/Kyiv' };

const shown = (words: string): string => {
  const found = dateTyped(words, wall);
  return typeof found === 'string' ? found : found.date;
};

describe('dateTyped', () => {
  it.each([
    ['2025-11-27', '2025-11-27'],
    ['2025/1/7', '2025-01-07'],
    ['27.11.2025', '2025-11-27'],
    ['27 Nov 2025', '2025-11-27'],
    ['27 NOVEMBER', '2025-11-27'],
    ['Nov. 27, 2025', '2025-11-27'],
    ['3rd March', '2025-03-03'],
    ['24 Dec', '2024-12-24'],
    ['today', '2025-11-28'],
    ['yesterday', '2025-11-27'],
    ['3 days ago', '2025-11-25'],
    ['a week ago', '2025-11-21'],
    ['Monday', '2025-11-24'],
    ['last friday', '2025-11-21'],
    ['29 Feb 2024', '2024-02-29'],
    ['2025-02-30', 'impossible'],
    ['29 Feb 2025', 'impossible'],
    ['2025-13-01', 'impossible'],
    ['2025-11-29', 'future'],
    ['1989-12-31', 'too early'],
    ['9999 weeks ago', 'too early'],
    ['27/11/2025', 'unreadable'],
    ['-3 days ago', 'unreadable'],
    ['tomorrow', 'unreadable'],
    ['ma', 'unreadable'],
    ['', 'unreadable'],
    ['%', 'unreadable'],
  ])('%j is %s', (words, expected) => {
    expect(shown(words)).toBe(expected);
  });

  it('covers the day of the zone, also when the clocks change', () => {
    expect(dateTyped('26 Oct 2025', wall)).toEqual({
      date: '2025-10-26',
      utcEnd: at('2025-10-27T00:00Z'),
      from: at('2025-10-25T21:00Z'),
      until: at('2025-10-26T22:00Z'),
    });
  });

  it('reads back every date as it is shown, and throws for no words', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('1990-01-02'), max: wall.now }), moment => {
        const date = localDate(moment, wall.zone);
        expect(shown(date)).toBe(date);
      }),
    );
    fc.assert(
      fc.property(fc.string(), words => {
        expect(typeof shown(words)).toBe('string');
      }),
    );
  });
});

describe('momentTyped', () => {
  it.each<[string, string]>([
    ['yesterday 18:00', '2025-11-27T16:00Z'],
    ['yesterday at 6.30', '2025-11-27T04:30Z'],
    ['2025-11-27T18:00', '2025-11-27T16:00Z'],
    ['2025-11-27T18:00Z', '2025-11-27T18:00Z'],
    ['27 Nov, 18:00', '2025-11-27T16:00Z'],
    ['07:30', '2025-11-28T05:30Z'],
    ['23:00', '2025-11-27T21:00Z'],
    ['12 hours ago', '2025-11-27T20:00Z'],
    ['an hour ago', '2025-11-28T07:00Z'],
    ['Monday', '2025-11-23T22:00Z'],
  ])('%j is %s', (words, expected) => {
    expect(momentTyped(words, wall)).toBe(at(expected));
  });

  it.each([
    ['today 23:00', 'future'],
    ['2025-11-30T10:00Z', 'future'],
    ['2025-02-30 10:00', 'impossible'],
    ['2025-11-27T25:00Z', 'impossible'],
    ['yesterday 25:00', 'unreadable'],
    ['soon', 'unreadable'],
  ])('%j is %s', (words, fault) => {
    expect(momentTyped(words, wall)).toBe(fault);
  });
});
