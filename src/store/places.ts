import { sql, type Transaction } from 'kysely';
import type { Instant } from '../core/time.ts';
import { chunks, type Tables } from './tables.ts';

/**
 * A statement's place in the order of time, as one number: the second it was said in, and a count within the second. The
 * index of words is kept in this order, so that the newest are found without looking at the others.
 */
export type Place = number;

const withinSecond = 2 ** 21;
const second = 1_000;
const [earliest, latest] = [-(2 ** 31), 2 ** 32 - 2];

/** The first place of an instant's second. Before 1901 and after 2106 all is one second. */
export const placeOf = (at: Instant): Place =>
  Math.min(Math.max(Math.floor(at / second), earliest), latest) * withinSecond;

/** The first place of the second of another place. */
export const secondOf = (place: Place): Place => Math.floor(place / withinSecond) * withinSecond;

export const afterSecond = (place: Place): Place => secondOf(place) + withinSecond;

export const [firstPlace, endOfPlaces] = [earliest * withinSecond, (latest + 1) * withinSecond];

/** The UTC day of a place, counted from 1970-01-01. */
export const dayOfPlace = (place: Place): number => Math.floor(place / withinSecond / 86_400);

/** The first place of a UTC day, counted from 1970-01-01. */
export const startOfDay = (day: number): Place => day * 86_400 * withinSecond;

/** Places for statements of these instants, that nobody has. The caller holds the counter of statements. */
export async function reservePlaces(
  trx: Transaction<Tables>,
  instants: readonly Instant[],
): Promise<Place[]> {
  const starts = instants.map(placeOf);
  const next = await freePlaces(trx, [...new Set(starts)]);
  return starts.map(start => {
    const place = next.get(start) ?? start;
    next.set(start, place + 1);
    return place;
  });
}

/** The first free place of each of these seconds. */
async function freePlaces(trx: Transaction<Tables>, starts: readonly Place[]): Promise<Map<Place, Place>> {
  const free = new Map<Place, Place>();
  for (const some of chunks(starts, 100)) {
    const parts = some.map(
      (start, i) => sql`select ${sql.lit(i)} as i, (
        select max(place) from statements where place >= ${start} and place < ${start + withinSecond}) as last`,
    );
    const { rows } = await sql<{
      i: number;
      last: Place | null;
    }>`${sql.join(parts, sql` union all `)}`.execute(trx);
    for (const { i, last } of rows) free.set(some[i] as Place, last === null ? (some[i] as Place) : last + 1);
  }
  return free;
}
