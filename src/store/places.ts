import type { Transaction } from 'kysely';
import type { Instant } from '../core/time.ts';
import type { Tables } from './tables.ts';

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

/** Places for statements of these instants, that nobody has. The caller holds the counter of statements. */
export async function reservePlaces(
  trx: Transaction<Tables>,
  instants: readonly Instant[],
): Promise<Place[]> {
  const next = new Map<Place, Place>();
  const places: Place[] = [];
  for (const start of instants.map(placeOf)) {
    const place = next.get(start) ?? (await freePlace(trx, start));
    next.set(start, place + 1);
    places.push(place);
  }
  return places;
}

async function freePlace(trx: Transaction<Tables>, start: Place): Promise<Place> {
  const last = await trx
    .selectFrom('statements')
    .select('place')
    .where('place', '>=', start)
    .where('place', '<', start + withinSecond)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.place === undefined || last.place === null ? start : last.place + 1;
}
