import type { QuietHours } from './desk.ts';
import { dateAhead, type Instant, instantOf, localDate, type Period } from './time.ts';

/**
 * When the quiet hours that hold at an instant end; null where none do. They begin and end when the clocks on the wall
 * show so, through both changes of the clocks: a time that occurs twice is its first occurrence, one that is skipped the
 * minute after the gap.
 */
export function quietUntil(hours: QuietHours | null, now: Instant): Instant | null {
  if (!hours) return null;
  const today = localDate(now, hours.zone);
  const nights = [dateAhead(today, -1), today].map(date => nightOf(date, hours));
  return nights.find(({ from, until }) => from <= now && now < until)?.until ?? null;
}

/** The quiet hours that begin on a local date. */
function nightOf(date: string, { from, until, zone }: QuietHours): Period {
  const end = until > from ? date : dateAhead(date, 1);
  return { from: instantOf(date, from, zone), until: instantOf(end, until, zone) };
}
