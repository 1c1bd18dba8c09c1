import { hour, type Instant, minute } from '../core/time.ts';
import { monthOf } from './months.ts';
import { zoneAhead } from './zones.ts';

/**
 * The instant a feed or page means: RFC 822 and its relatives, ISO 8601 and what is near it, in English, Russian and
 * Ukrainian. A missing or unknown zone is UTC. Null where the words are no date, name an impossible one (31 February),
 * leave open which number is the month (03/04/2025), or are what software writes for "none" (0001-01-01, the epoch).
 */
export function dateIn(words: string): Instant | null {
  const text = words.slice(0, 100).replace(/\s+/g, ' ').trim().replace(compactTime, spelledTime);
  const unix = unixTime(text);
  if (unix !== null) return unix;
  const date = isoDate(text) ?? eastAsianDate(text) ?? numericDate(text) ?? namedDate(text);
  const midnight = date ? midnightOf(date) : Number.NaN;
  const time = timeIn(text, midnight);
  const at = time ? midnight + time.sinceMidnight - time.ahead : 0;
  return at > 0 ? at : null;
}

/** ISO 8601's basic form, and its hour without minutes. */
const compactTime = /^(\d{8}|\d{4}-\d{2}-\d{2})T(\d{2}):?(\d{2})?(?::?(\d{2}))?(?![\d:])/i;

const spelledTime = (_: string, date: string, hours: string, minutes = '00', seconds = '00'): string =>
  `${date}T${hours}:${minutes}:${seconds}`;

/** Seconds or milliseconds since 1970, of the years 2001 to 2100: other numbers of that length mean something else. */
function unixTime(text: string): Instant | null {
  const found = /^(1\d{9}|[23]\d{9}|4[01]\d{8})(\d{3}|\.\d{1,9})?$/.exec(text);
  if (!found) return null;
  const fraction = found[2]?.replace('.', '').padEnd(3, '0').slice(0, 3) ?? '000';
  return Number(`${found[1]}${fraction}`);
}

/** NaN for a day that no calendar has. */
function midnightOf({ year, month, day }: CalendarDate): Instant {
  const midnight = Date.UTC(year, month - 1, day);
  const exists = year >= 1970 && month >= 1 && month <= 12 && new Date(midnight).getUTCDate() === day;
  return exists ? midnight : Number.NaN;
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isoForm = /^(\d{4})(?:$|([-/.]?)(\d{2})(?:$|\2(\d{2})(?=$|[T ])))/i;

function isoDate(text: string): CalendarDate | null {
  const found = isoForm.exec(text);
  if (found) return { year: Number(found[1]), month: Number(found[3] ?? 1), day: Number(found[4] ?? 1) };
  const [, year, dayOfYear] = /^(\d{4})-(\d{3})(?=$|[T ])/.exec(text) ?? [];
  if (dayOfYear) return dayAfter(Date.UTC(Number(year), 0, 0), Number(dayOfYear));
  const [, weekYear, week, day] = /^(\d{4})-?W(\d{2})-?([1-7])(?=$|[T ])/i.exec(text) ?? [];
  return day ? weekDate(Number(weekYear), Number(week), Number(day)) : null;
}

/** Week 1 is the one with 4 January, Monday its first day. */
function weekDate(year: number, week: number, day: number): CalendarDate {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return dayAfter(fourth.getTime(), (week - 1) * 7 + day - (fourth.getUTCDay() || 7));
}

function dayAfter(start: Instant, days: number): CalendarDate {
  const date = new Date(start + days * 24 * hour);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function eastAsianDate(text: string): CalendarDate | null {
  const found = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/.exec(text);
  return found && { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

const numericForm = /(?:^|\s)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[\s,T])/;

function numericDate(text: string): CalendarDate | null {
  const found = numericForm.exec(text);
  if (!found) return null;
  const [first, second, year] = [Number(found[1]), Number(found[3]), fullYear(found[4] ?? '')];
  if (found[2] === '.' || first > 12) return { year, month: second, day: first };
  if (second > 12 || first === second) return { year, month: first, day: second };
  return null;
}

function namedDate(text: string): CalendarDate | null {
  const words = (text.replace(clock, ' ').match(/\p{L}+|\d+/gu) ?? []).filter(word => !between.test(word));
  const at = words.findLastIndex(word => monthOf(word) !== null);
  const month = monthOf(words[at] ?? '');
  if (month === null) return null;
  const numbers = [words[at - 1], ...words.slice(at + 1)].filter(word => /^\d+$/.test(word ?? ''));
  const [first = '', second = ''] = numbers;
  if (!/^\d{1,2}$/.test(first) || !/^(\d{2}|\d{4})$/.test(second)) return null;
  return { year: fullYear(second), month, day: Number(first) };
}

/** What stands between day, month and year: "27th of November", "27 de noviembre de". */
const between = /^(?:st|nd|rd|th|of|de|del|di|го|е)$/i;

/** RFC 2822 4.3: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

interface TimeOfDay {
  readonly sinceMidnight: number;
  /** How far the zone is ahead of UTC. */
  readonly ahead: number;
}

const clock =
  /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?\s*\(?((?:GMT|UTC)?\s?[+−-]\d{1,2}:?(?:\d{2})?|\p{L}{1,5}(?!\p{L}))?/iu;

/** Midnight UTC where no time is given; null for an impossible one. 24:00 and a leap second are possible. */
function timeIn(text: string, day: Instant): TimeOfDay | null {
  const found = clock.exec(text);
  if (!found) return { sinceMidnight: 0, ahead: 0 };
  const hours = hoursOf(Number(found[1]), found[5]);
  const [minutes, seconds] = [Number(found[2]), Number(found[3] ?? 0)];
  const ahead = zoneAhead(found[6] ?? '', day);
  if (hours > 24 || (hours === 24 && minutes + seconds > 0) || minutes > 59 || seconds > 60 || ahead === null)
    return null;
  const fraction = Math.floor(Number(`0.${found[4] ?? 0}`) * 1000);
  return { sinceMidnight: hours * hour + minutes * minute + seconds * 1000 + fraction, ahead };
}

function hoursOf(hours: number, half: string | undefined): number {
  if (!half) return hours;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
