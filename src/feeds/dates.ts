import { hour, type Instant, minute } from '../core/time.ts';

/**
 * The instant a feed or page means: RFC 822 and its relatives, ISO 8601 and what is near it, in English, Russian and
 * Ukrainian. A missing or unknown zone is UTC. Null where the words are no date, name an impossible one (31 February),
 * leave open which number is the month (03/04/2025), or are what software writes for "none" (0001-01-01, the epoch).
 */
export function dateIn(words: string): Instant | null {
  const text = words.slice(0, 100).replace(/\s+/g, ' ').trim().replace(compactTime, '$1T$2:$3:$4');
  const time = timeIn(text);
  const date = isoDate(text) ?? numericDate(text) ?? namedDate(text);
  if (!date || !time) return null;
  const at = midnightOf(date) + time.sinceMidnight - time.ahead;
  return at > 0 ? at : null;
}

const compactTime = /^(\d{8})T(\d{2})(\d{2})(\d{2})/;

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
  return found && { year: Number(found[1]), month: Number(found[3] ?? 1), day: Number(found[4] ?? 1) };
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
  const words = text.replace(clock, ' ').match(/\p{L}+|\d+/gu) ?? [];
  const at = words.findLastIndex(word => monthOf(word) !== null);
  const month = monthOf(words[at] ?? '');
  if (month === null) return null;
  const numbers = [words[at - 1], ...words.slice(at + 1)].filter(word => /^\d+$/.test(word ?? ''));
  const [first = '', second = ''] = numbers;
  if (!/^\d{1,2}$/.test(first) || !/^(\d{2}|\d{4})$/.test(second)) return null;
  return { year: fullYear(second), month, day: Number(first) };
}

/** RFC 2822 4.3: two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** The first letters that tell a month from the others and from the weekdays (Ukrainian "середа" is a Wednesday). */
const months: readonly RegExp[] = [
  /^(jan|янв|січ)/,
  /^(feb|фев|лют)/,
  /^(mar|мар|бер)/,
  /^(apr|апр|кві)/,
  /^(may|ма[йя]|тра)/,
  /^(jun|июн|чер)/,
  /^(jul|июл|лип)/,
  /^(aug|авг|серп|сер$)/,
  /^(sep|сен|вер)/,
  /^(oct|окт|жов)/,
  /^(nov|ноя|лис)/,
  /^(dec|дек|гру)/,
];

function monthOf(word: string): number | null {
  const index = months.findIndex(month => month.test(word.toLowerCase()));
  return index < 0 ? null : index + 1;
}

interface TimeOfDay {
  readonly sinceMidnight: number;
  /** How far the zone is ahead of UTC. */
  readonly ahead: number;
}

const clock =
  /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?\s*((?:GMT|UTC)?\s?[+−-]\d{1,2}:?(?:\d{2})?|\p{L}{1,5}(?!\p{L}))?/iu;

/** Midnight UTC where no time is given; null for an impossible one. 24:00 and a leap second are possible. */
function timeIn(text: string): TimeOfDay | null {
  const found = clock.exec(text);
  if (!found) return { sinceMidnight: 0, ahead: 0 };
  const hours = hoursOf(Number(found[1]), found[5]);
  const [minutes, seconds] = [Number(found[2]), Number(found[3] ?? 0)];
  const ahead = zoneAhead(found[6] ?? '');
  if (hours > 24 || (hours === 24 && minutes + seconds > 0) || minutes > 59 || seconds > 60 || ahead === null)
    return null;
  const fraction = Math.floor(Number(`0.${found[4] ?? 0}`) * 1000);
  return { sinceMidnight: hours * hour + minutes * minute + seconds * 1000 + fraction, ahead };
}

function hoursOf(hours: number, half: string | undefined): number {
  if (!half) return hours;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/**
 * Hours ahead of UTC. What a name means where several zones share it: CST and its like are American (RFC 822), IST is
 * Indian, BST is British.
 */
const zones: ReadonlyMap<string, number> = new Map([
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['BST', 1],
  ['WEST', 1],
  ['CET', 1],
  ['MEZ', 1],
  ['CEST', 2],
  ['MESZ', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
  ['МСК', 3],
  ['MSD', 4],
  ['TRT', 3],
  ['IDT', 3],
  ['GST', 4],
  ['IST', 5.5],
  ['PKT', 5],
  ['HKT', 8],
  ['SGT', 8],
  ['JST', 9],
  ['KST', 9],
  ['AEST', 10],
  ['AEDT', 11],
  ['NZST', 12],
  ['NZDT', 13],
]);

function zoneAhead(zone: string): number | null {
  const numeric = /([+−-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!numeric) return (zones.get(zone.toUpperCase()) ?? 0) * hour;
  const [hours, minutes] = [Number(numeric[2]), Number(numeric[3] ?? 0)];
  if (hours > 14 || minutes > 59) return null;
  return (numeric[1] === '+' ? 1 : -1) * (hours * hour + minutes * minute);
}
