/** Milliseconds since 1970-01-01T00:00Z. The only form in which time travels through the program. */
export type Instant = number;

/** A half-open stretch of time. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/** An IANA time zone name, such as `Europe/Kyiv`. */
export type Zone = string;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** `27 Nov 2025`: also what a person means who asks for English without saying whose. */
const own = 'en-GB';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  zone: Zone,
  name: string,
  options: Intl.DateTimeFormatOptions,
  language = own,
): Intl.DateTimeFormat {
  const key = `${zone}|${name}|${language}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', ...options });
    formats.set(key, known);
  }
  return known;
}

/** What the clock on the wall shows in `zone`. */
export function localTime(at: Instant, zone: Zone): LocalTime {
  const parts: Record<string, number> = {};
  const shown = format(zone, 'parts', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  for (const { type, value } of shown.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The local calendar date as `2025-11-27`. */
export function localDate(at: Instant, zone: Zone): string {
  const { year, month, day } = localTime(at, zone);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `27 Nov 2025` in `zone`, or as the language (BCP 47) writes it: `27. Nov. 2025`. */
export function shownDay(at: Instant, zone: Zone, language = own): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', calendar: 'gregory' } as const;
  return format(zone, 'day', options, language === 'en' ? own : language).format(at);
}

/** `27 Nov 2025, 08:30` in `zone`, the day as the language writes it. */
export function shownMoment(at: Instant, zone: Zone, language = own): string {
  return `${shownDay(at, zone, language)}, ${shownTime(at, zone)}`;
}

/** `08:30` in `zone`. */
export function shownTime(at: Instant, zone: Zone): string {
  const { hour, minute } = localTime(at, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** How long ago in the coarsest unit that says something: `3 days`, `5 hours`, `1 minute`. */
export function shownAge(from: Instant, now: Instant): string {
  const age = Math.max(0, now - from);
  if (age >= 2 * day) return `${Math.floor(age / day)} days`;
  if (age >= 2 * hour) return `${Math.floor(age / hour)} hours`;
  const minutes = Math.floor(age / minute);
  if (minutes === 0) return 'less than a minute';
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** The same for a narrow cell: `3d`, `5h`, `1m`. */
export function shortAge(from: Instant, now: Instant): string {
  const age = Math.max(0, now - from);
  if (age >= 2 * day) return `${Math.floor(age / day)}d`;
  return age >= hour ? `${Math.floor(age / hour)}h` : `${Math.floor(age / minute)}m`;
}

/** Whether it is a language tag (BCP 47) of a language whose dates are known. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Whether the platform's time zone data knows `zone`. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** How far `zone` is ahead of UTC at an instant, in milliseconds, to the minute. */
function offset(at: Instant, zone: Zone): number {
  const local = localTime(at, zone);
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  return asUtc - Math.floor(at / minute) * minute;
}

/**
 * The instant at which the clocks of `zone` show `time` on the local date `date`. A time that the change of the
 * clocks skips is the first minute after the gap; a time that occurs twice is its first occurrence.
 */
export function instantOf(date: string, time: string, zone: Zone): Instant {
  const wanted = Date.parse(`${date}T${time}Z`);
  const before = wanted - offset(wanted - day, zone);
  const after = wanted - offset(wanted + day, zone);
  if (before + offset(before, zone) === wanted) return before;
  if (after + offset(after, zone) === wanted) return after;
  return endOfGap(before - 3 * hour, before + 3 * hour, zone);
}

/** The first instant with the later offset between `low` and `high`, to the minute. */
function endOfGap(low: Instant, high: Instant, zone: Zone): Instant {
  const later = offset(high, zone);
  while (high - low > minute) {
    const middle = Math.floor((low + high) / 2 / minute) * minute;
    if (offset(middle, zone) === later) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The first instant after `after` at which the clocks of `zone` show one of `times` (`HH:MM`) on one of `weekdays`
 * (0 is Sunday). Each time comes exactly once on each such local date, through both changes of the clocks.
 */
export function nextLocal(
  times: readonly string[],
  weekdays: readonly number[],
  zone: Zone,
  after: Instant,
): Instant {
  const today = localDate(after, zone);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = dateAhead(today, ahead);
    if (!weekdays.includes(weekdayOf(date))) continue;
    const later = times.map(time => instantOf(date, time, zone)).filter(at => at > after);
    if (later.length > 0) return Math.min(...later);
  }
  throw new RangeError(`no local time ${times} on the weekdays [${weekdays}] in ${zone}`);
}

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay();

/** The date so many days later, as `2025-11-28`. */
export function dateAhead(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);
}
