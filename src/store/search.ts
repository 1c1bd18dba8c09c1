import type { Transaction } from 'kysely';
import { mostFound, type StatementQuery } from '../app/ports.ts';
import type { Standing } from '../core/statement.ts';
import { afterSecond, endOfPlaces, firstPlace, type Place, placeOf, secondOf } from './places.ts';
import { isStorable } from './storable.ts';
import { chunks, type Db, type Tables } from './tables.ts';
import { type Indexed, type Wanted, wantedOf } from './words.ts';

/** An index of words that is read from the newest place on. Each engine has its own; both give the same. */
export interface SearchIndex {
  put(trx: Transaction<Tables>, rows: readonly (Indexed & { readonly place: Place })[]): Promise<void>;
  remove(trx: Transaction<Tables>, places: readonly Place[]): Promise<void>;
  clear(trx: Transaction<Tables>): Promise<void>;
  /** The newest places with what is wanted in a stretch of places, newest first. */
  places(db: Db, wanted: Wanted, stretch: Stretch, limit: number): Promise<Place[]>;
}

/** Half-open. */
export interface Stretch {
  readonly from: Place;
  readonly until: Place;
}

/** A statement as far as its order goes. */
export interface Ordered {
  readonly number: number;
  readonly at: number;
  readonly ref: string;
  readonly standing: Standing;
}

/**
 * The newest statements with these words and facets, by `at`, then by ref. Places are in the order of seconds alone, so
 * whole seconds are read before the rows are put in order.
 */
export async function found(db: Db, index: SearchIndex, query: StatementQuery): Promise<Ordered[]> {
  const wanted = (query.words ?? []).every(isStorable) ? wantedOf(query) : null;
  const limit = Math.min(query.limit ?? mostFound, mostFound);
  if (!wanted || limit <= 0 || wanted.facets.some(list => list.length === 0)) return [];
  const rows: Ordered[] = [];
  const { from, until } = stretchOf(query);
  for (let end: Place | null = until; end !== null && rows.length < limit && end > from; ) {
    const { places, next } = await wholeSeconds(db, index, wanted, { from, until: end }, limit);
    rows.push(...(await rowsAt(db, places)).filter(row => isWithin(row, query)));
    end = next;
  }
  return rows.sort(newestFirst).slice(0, limit);
}

/** So many more are asked for that the last second is seldom cut: an index finds what lies deep in it slowly. */
const more = 64;

/** The newest places, all of each second; from where to go on, null where there are no more. */
async function wholeSeconds(
  db: Db,
  index: SearchIndex,
  wanted: Wanted,
  stretch: Stretch,
  limit: number,
): Promise<{ places: Place[]; next: Place | null }> {
  const places = await index.places(db, wanted, stretch, limit + more);
  const last = places.at(-1);
  if (last === undefined || places.length < limit + more) return { places, next: null };
  const start = secondOf(last);
  const whole = places.filter(place => place >= afterSecond(start));
  if (whole.length >= limit) return { places: whole, next: afterSecond(start) };
  const rest = await index.places(db, wanted, { from: start, until: last }, Number.MAX_SAFE_INTEGER);
  return { places: [...places, ...rest], next: start };
}

function stretchOf({ from, until, before }: StatementQuery): Stretch {
  const ends = [until, before?.at].filter(at => at !== undefined).map(at => afterSecond(placeOf(at)));
  return {
    from: from === undefined ? firstPlace : placeOf(from),
    until: Math.min(endOfPlaces, ...ends),
  };
}

async function rowsAt(db: Db, places: readonly Place[]): Promise<Ordered[]> {
  const rows: Ordered[] = [];
  for (const some of chunks(places)) {
    const found = db.selectFrom('statements').select(['number', 'at', 'ref', 'standing']);
    rows.push(...(await found.where('place', 'in', some).execute()));
  }
  return rows;
}

/** Whether it stands is asked of the few that were found: nearly all do, and a sign that all rows hold costs an index most. */
const isWithin = ({ at, ref, standing }: Ordered, query: StatementQuery): boolean =>
  (query.standing === 'any' || standing === 'current') && isInTime({ at, ref }, query);

const isInTime = (
  { at, ref }: Pick<Ordered, 'at' | 'ref'>,
  { from, until, before }: StatementQuery,
): boolean =>
  at >= (from ?? at) &&
  at < (until ?? at + 1) &&
  (before === undefined || at < before.at || (at === before.at && ref > before.ref));

const newestFirst = (a: Ordered, b: Ordered): number =>
  b.at - a.at || (a.ref < b.ref ? -1 : Number(a.ref > b.ref)) || a.number - b.number;
