import { day, type Instant, minute, type Zone } from '../../src/core/time.ts';

/** A stretch in which the clocks of a zone keep one distance from UTC. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly offset: number;
}

/** What a clock on the wall shows, read as if it stood in Greenwich. */
function wallOf(zone: Zone): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return at => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
}

/** Found by looking at the wall each day, and each minute of a day on which it jumped: nothing of `core/time` is used. */
function stretches(zone: Zone, from: Instant, until: Instant): Stretch[] {
  const wall = wallOf(zone);
  const offset = (at: Instant): number => wall(at) - at;
  const found: Stretch[] = [];
  let begun = from;
  for (let at = from; at < until; at += day) {
    if (offset(at) === offset(at + day)) continue;
    let change = at;
    while (offset(change) === offset(at)) change += minute;
    found.push({ from: begun, until: change, offset: offset(at) });
    begun = change;
  }
  return [...found, { from: begun, until, offset: offset(until) }];
}

/**
 * The instants between `from` and `until` (at a full minute) at which the clocks show one of `times` on one of
 * `weekdays` for the first time on that date, or the first minute after the gap that swallowed it.
 */
export function shownAt(
  times: readonly string[],
  weekdays: readonly number[],
  zone: Zone,
  from: Instant,
  until: Instant,
): Instant[] {
  const all = stretches(zone, from - 2 * day, until + 2 * day);
  const found = new Set<Instant>();
  for (let date = Math.floor(from / day) * day - day; date <= until + day; date += day) {
    if (!weekdays.includes(new Date(date).getUTCDay())) continue;
    for (const time of times) found.add(firstShown(date + Date.parse(`1970-01-01T${time}Z`), all));
  }
  return [...found].filter(at => at >= from && at < until).sort((a, b) => a - b);
}

function firstShown(wall: number, all: readonly Stretch[]): Instant {
  const shown = all.find(({ from, until, offset }) => wall - offset >= from && wall - offset < until);
  if (shown) return wall - shown.offset;
  const after = all.find(({ from, offset }) => wall < from + offset);
  return after?.from ?? Number.NaN;
}
