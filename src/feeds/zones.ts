import { hour, type Instant, minute } from '../core/time.ts';

/**
 * Hours ahead of UTC. What a name means where several zones share it: CST and its like are American (RFC 822), IST is
 * Indian, BST is British.
 */
const zones: ReadonlyMap<string, number> = new Map([
  ['HST', -10],
  ['AKST', -9],
  ['AKDT', -8],
  ['AST', -4],
  ['ADT', -3],
  ['NST', -3.5],
  ['BRT', -3],
  ['ART', -3],
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
  ['AWST', 8],
  ['ICT', 7],
  ['WIB', 7],
  ['YEKT', 5],
  ['SAMT', 4],
  ['ACST', 9.5],
  ['ACDT', 10.5],
  ['AEST', 10],
  ['AEDT', 11],
  ['NZST', 12],
  ['NZDT', 13],
]);

/** American zones without saying whether it is summer: the day says it. */
const americanZones: ReadonlyMap<string, number> = new Map([
  ['ET', -5],
  ['CT', -6],
  ['MT', -7],
  ['PT', -8],
]);

/**
 * Milliseconds that a zone is ahead of UTC on a day: "+0300", "GMT-5", "MSK". 0 for what no zone is called, null for what
 * no zone can be.
 */
export function zoneAhead(zone: string, day: Instant): number | null {
  const numeric = /([+−-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!numeric) return namedAhead(zone.toUpperCase(), day) * hour;
  const [hours, minutes] = [Number(numeric[2]), Number(numeric[3] ?? 0)];
  if (hours > 14 || minutes > 59) return null;
  return (numeric[1] === '+' ? 1 : -1) * (hours * hour + minutes * minute);
}

function namedAhead(zone: string, day: Instant): number {
  const american = americanZones.get(zone);
  return american === undefined ? (zones.get(zone) ?? 0) : american + (isAmericanSummer(day) ? 1 : 0);
}

/** From the second Sunday of March to the first of November. */
function isAmericanSummer(day: Instant): boolean {
  const year = new Date(day).getUTCFullYear();
  return day >= sundayFrom(Date.UTC(year, 2, 8)) && day < sundayFrom(Date.UTC(year, 10, 1));
}

const sundayFrom = (day: Instant): Instant => day + ((7 - new Date(day).getUTCDay()) % 7) * 24 * hour;
