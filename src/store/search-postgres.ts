import { sql } from 'kysely';
import { dayOfPlace, type Place, startOfDay } from './places.ts';
import type { SearchIndex, Stretch } from './search.ts';
import { chunks, type Db } from './tables.ts';
import type { Indexed, Wanted } from './words.ts';

/**
 * A GIN index has no order: asked for the newest of a common word, it gathers all that hold it. So each row also holds its
 * day and two longer stretches of time as signs, and a search goes back in time stretch by stretch until it has enough,
 * each as long as the ones before make it seem worth.
 */
export const searchInPostgres: SearchIndex = {
  async put(trx, rows) {
    for (const some of chunks(rows, 100)) {
      const values = some.map(row => sql`(${row.place}, ${vectorOf(row)}::tsvector)`);
      await sql`insert into search (place, words) values ${sql.join(values)}`.execute(trx);
    }
  },
  async remove(trx, places) {
    for (const some of chunks(places)) {
      await sql`delete from search where place in (${sql.join(some)})`.execute(trx);
    }
  },
  async clear(trx) {
    await sql`truncate search`.execute(trx);
  },
  async places(db, wanted, stretch, limit) {
    const found: Place[] = [];
    const held = await heldDays(db, stretch);
    let step = held && stepBack(held, fewestDays, { wanted, stretch });
    while (held && step && found.length < limit) {
      found.push(...(await newest(db, step, limit - found.length)));
      const width = daysAhead(limit, found.length, held.last - step.before);
      step = stepBack({ first: held.first, last: step.before }, width, { wanted, stretch });
    }
    return found;
  },
};

/** A query and the stretch it is asked of. */
interface Asked {
  readonly wanted: Wanted;
  readonly stretch: Stretch;
}

interface Step extends Asked {
  /** The day to go on from. */
  readonly before: number;
}

async function newest(db: Db, { wanted, stretch }: Asked, limit: number): Promise<Place[]> {
  const { from, until } = stretch;
  const { rows } = await sql<{ place: Place }>`
    select place from search
    where words @@ ${matching(wanted)}::tsquery and place >= ${from} and place < ${until}
    order by place desc limit ${limit}`.execute(db);
  return rows.map(({ place }) => place);
}

const fewestDays = 2;

/**
 * How many days to look at next, where `days` held as many as were found: rather too many than a query more, but not at once
 * all of what was much talked of long ago.
 */
function daysAhead(limit: number, found: number, days: number): number {
  const needed = Math.ceil((1.5 * (limit - found) * days) / Math.max(1, found));
  return Math.min(16 * days, fewestDays + needed);
}

/**
 * The next query: of the days that are left the last ones, at least so many, by signs of the longest length that fits. The few
 * that were searched before are kept out by their places. All that are left need no signs: those cost the index most.
 */
function stepBack({ first, last }: Days, width: number, { wanted, stretch }: Asked): Step | null {
  if (last < first) return null;
  const within = { ...stretch, until: Math.min(stretch.until, startOfDay(last + 1)) };
  if (last - width < first) return { wanted, stretch: within, before: first - 1 };
  const length = lengths.findLast(each => each <= width) ?? 1;
  const end = Math.floor(last / length);
  const start = Math.max(Math.floor((last - width + 1) / length), end - mostSigns + 1);
  const signs = Array.from({ length: end - start + 1 }, (_, i) => signOf(length, end - i));
  const facets = [...wanted.facets, signs];
  return { wanted: { ...wanted, facets }, stretch: within, before: start * length - 1 };
}

/** A query of more takes long to plan. */
const mostSigns = 64;

interface Days {
  readonly first: number;
  readonly last: number;
}

async function heldDays(db: Db, { from, until }: Stretch): Promise<Days | null> {
  const { rows } = await sql<{ first: Place | null; last: Place | null }>`
    select min(place) as first, max(place) as last from search where place >= ${from} and place < ${until}`.execute(
    db,
  );
  const { first, last } = rows[0] ?? { first: null, last: null };
  return first === null || last === null ? null : { first: dayOfPlace(first), last: dayOfPlace(last) };
}

/** Days, and the lengths of time that days are put together to. */
const lengths = [1, 16, 256] as const;

const signOf = (length: number, index: number): string => `＃${length}：${index}`;

const timeSigns = (place: Place): string[] =>
  lengths.map(length => signOf(length, Math.floor(dayOfPlace(place) / length)));

const quoted = (sign: string): string => `'${sign}'`;

/** Signs hold no quotation mark or backslash: `words.ts` has seen to that. */
const matching = ({ phrases, facets }: Wanted): string =>
  [
    ...phrases.map(phrase => `(${phrase.map(quoted).join(' <-> ')})`),
    ...facets.map(list => `(${list.map(quoted).join(' | ')})`),
  ].join(' & ');

function vectorOf({ words, facets, place }: Indexed & { readonly place: Place }): string {
  const places = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    places.set(word, [...(places.get(word) ?? []), index + 1]);
  }
  const stood = [...places].map(([word, at]) => `${quoted(word)}:${at.slice(0, 255).join(',')}`);
  return [...stood, ...[...facets, ...timeSigns(place)].map(quoted)].join(' ');
}
