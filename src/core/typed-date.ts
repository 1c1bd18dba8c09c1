import {
  dateAhead,
  day,
  hour,
  type Instant,
  instantOf,
  localDate,
  minute,
  type Period,
  type Zone,
} from './time.ts';

/** A calendar date in a zone, and the stretch of time it covers there. */
export interface TypedDate extends Period {
  /** `2025-11-27`. */
  readonly date: string;
  /** The end of the UTC day of this date: positions are kept by UTC's days. */
  readonly utcEnd: Instant;
}

export interface Wall {
  readonly now: Instant;
  readonly zone: Zone;
}

/** Why words name no date that can be asked for. */
export type Fault = 'unreadable' | 'impossible' | 'future' | 'too early';

/** Nothing that is followed was said before. */
export const earliest = '1990-01-01';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/**
 * The date that words name: `2025-11-27`, `27.11.2025`, `27 Nov 2025`, `November 27`, `yesterday`, `Monday`, `3 days ago`. Without
 * a year it is the latest such day. `27/11/2025` is not read: half the world means another day by it.
 */
export function dateTyped(words: string, wall: Wall): TypedDate | Fault {
  const typed = tidy(words);
  const found = isoDate(typed) ?? namedDate(typed, wall) ?? relativeDate(typed, wall);
  if (found === null) return 'unreadable';
  if (!isCalendarDate(found)) return 'impossible';
  if (found < earliest) return 'too early';
  return found > localDate(wall.now, wall.zone) ? 'future' : dateOf(found, wall.zone);
}

/** The moment that words name: a date and a time (`yesterday 18:00`), a time alone, `12 hours ago`; of a date alone, its beginning. */
export function momentTyped(words: string, wall: Wall): Instant | Fault {
  const typed = tidy(words);
  const ago = /^(\d{1,4}|an?) (hours?|minutes?) ago$/.exec(typed);
  if (ago) return wall.now - amount(ago[1]) * (ago[2]?.startsWith('h') ? hour : minute);
  if (/t\d\d:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:\d\d)$/.test(typed)) return exactMoment(typed, wall);
  const [, date = '', hours, minutes] =
    /^(.*?)(?:[ t]|^)(?:at )?([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed) ?? [];
  if (hours === undefined) return beginning(dateTyped(typed, wall));
  return atTime(date, `${hours.padStart(2, '0')}:${minutes}`, wall);
}

const beginning = (found: TypedDate | Fault): Instant | Fault =>
  typeof found === 'string' ? found : found.from;

function exactMoment(typed: string, { now }: Wall): Instant | Fault {
  const at = Date.parse(typed.toUpperCase());
  if (Number.isNaN(at)) return 'impossible';
  if (at < Date.parse(earliest)) return 'too early';
  return at > now ? 'future' : at;
}

function atTime(date: string, time: string, wall: Wall): Instant | Fault {
  const { now, zone } = wall;
  const asked = dateTyped(date || 'today', wall);
  if (typeof asked === 'string') return asked;
  const at = instantOf(asked.date, time, zone);
  if (at <= now) return at;
  return date ? 'future' : instantOf(dateAhead(asked.date, -1), time, zone);
}

const tidy = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s,]+/g, ' ');

const dateOf = (date: string, zone: Zone): TypedDate => ({
  date,
  utcEnd: Date.parse(`${date}T00:00Z`) + day,
  from: instantOf(date, '00:00', zone),
  until: instantOf(dateAhead(date, 1), '00:00', zone),
});

function isoDate(typed: string): string | null {
  const [, year, month, dayOfMonth] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ?? [];
  if (year) return written(year, month, dayOfMonth);
  const [, first, second, third] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
  return third ? written(third, second, first) : null;
}

/** `27 Nov 2025`, `Nov 27`. */
function namedDate(typed: string, { now, zone }: Wall): string | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(typed);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(typed);
  const [dayOfMonth, name, year] = dayFirst
    ? dayFirst.slice(1)
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthNamed(name ?? '');
  if (month === null) return null;
  if (year) return written(year, month, dayOfMonth);
  const today = localDate(now, zone);
  const thisYear = Number(today.slice(0, 4));
  const found = written(String(thisYear), month, dayOfMonth);
  return found > today ? written(String(thisYear - 1), month, dayOfMonth) : found;
}

function monthNamed(name: string): string | null {
  const index = beginsWith(months, name);
  return index >= 0 ? String(index + 1) : null;
}

function relativeDate(typed: string, { now, zone }: Wall): string | null {
  const today = localDate(now, zone);
  if (typed === 'today' || typed === 'now') return today;
  if (typed === 'yesterday') return dateAhead(today, -1);
  const [, count, unit] = /^(\d{1,4}|an?) (days?|weeks?) ago$/.exec(typed) ?? [];
  if (count) return dateAhead(today, -amount(count) * (unit?.startsWith('w') ? 7 : 1));
  return lastWeekday(typed.replace(/^(last|on) /, ''), today);
}

/** The last such day before today. */
function lastWeekday(name: string, today: string): string | null {
  const wanted = beginsWith(weekdays, name);
  if (wanted < 0) return null;
  const back = (new Date(`${today}T00:00Z`).getUTCDay() - wanted + 6) % 7;
  return dateAhead(today, -back - 1);
}

/** The place of the name that a word of at least three letters begins; -1 where there is none. */
const beginsWith = (names: readonly string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex(name => name.startsWith(word));

const amount = (word: string | undefined): number => (/^\d/.test(word ?? '') ? Number(word) : 1);

const written = (year: string, month = '', dayOfMonth = ''): string =>
  `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;

/** A month of 28 days has no 30th: JavaScript would go on counting into the next one. */
function isCalendarDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
