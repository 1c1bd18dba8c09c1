import { sql } from 'kysely';
import { dayOfPlace, type Place } from './places.ts';
import type { SearchIndex, Stretch } from './search.ts';
import { chunks, type Db } from './tables.ts';
import type { Indexed, Wanted } from './words.ts';

/**
 * A GIN index has no order: asked for the newest of a common word, it gathers all that hold it. So each row also holds its
 * day and two longer stretches of time as signs, and a search goes back in time stretch by stretch until it has enough.
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
    await sql`delete from search`.execute(trx);
  },
  async places(db, wanted, stretch, limit) {
    const found: Place[] = [];
    const held = await heldDays(db, stretch);
    for (const signs of held ? stretchesOfTime(held) : []) {
      const left = limit - found.length;
      if (left <= 0) break;
      const query = matching({ ...wanted, facets: [...wanted.facets, signs] });
      const { rows } = await sql<{ place: Place }>`
        select place from search
        where words @@ ${query}::tsquery and place >= ${stretch.from} and place < ${stretch.until}
        order by place desc limit ${left}`.execute(db);
      found.push(...rows.map(({ place }) => place));
    }
    return found;
  },
};

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

const timeSign = (length: number, day: number): string => `＃${length}：${Math.floor(day / length)}`;

const timeSigns = (place: Place): string[] => lengths.map(length => timeSign(length, dayOfPlace(place)));

/** The signs of ever longer stretches of time, backwards from the last day until the first is in. */
export function* stretchesOfTime({ first, last }: Days): Generator<string[]> {
  for (let day = last, width = 2; day >= first; width *= 4) {
    const isEnd = (length: number): boolean => (day + 1) % length === 0;
    const length = lengths.findLast(each => each <= width && isEnd(each)) ?? 1;
    const signs: string[] = [];
    // As far as the next longer length begins, which is then one sign.
    do {
      signs.push(timeSign(length, day));
      day -= length;
    } while (
      signs.length * length < width &&
      !lengths.some(each => each > length && each <= 4 * width && isEnd(each))
    );
    yield signs;
  }
}

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
