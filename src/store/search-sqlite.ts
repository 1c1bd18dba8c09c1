import { sql } from 'kysely';
import type { Place } from './places.ts';
import type { SearchIndex } from './search.ts';
import { chunks } from './tables.ts';
import type { Wanted } from './words.ts';

/** FTS5, contentless: the rowid is the place, so that a search reads the newest first and stops when it has enough. */
export const searchInSqlite: SearchIndex = {
  async put(trx, rows) {
    for (const { place, words, facets } of rows) {
      const text = [...words, ...facets].join(' ');
      await sql`insert into search (rowid, words) values (${place}, ${text})`.execute(trx);
    }
  },
  async remove(trx, places) {
    for (const some of chunks(places)) {
      await sql`delete from search where rowid in (${sql.join(some)})`.execute(trx);
    }
  },
  async clear(trx) {
    await sql`insert into search (search) values ('delete-all')`.execute(trx);
  },
  async places(db, wanted, { from, until }, limit) {
    const { rows } = await sql<{ place: Place }>`
      select rowid as place from search
      where search match ${matching(wanted)} and rowid >= ${from} and rowid < ${until}
      order by rowid desc limit ${limit}`.execute(db);
    return rows.map(({ place }) => place);
  },
};

/** Signs hold no quotation mark: `words.ts` has seen to that. */
const matching = ({ phrases, facets }: Wanted): string =>
  [
    ...phrases.map(phrase => `"${phrase.join(' ')}"`),
    ...facets.map(list => `(${list.map(sign => `"${sign}"`).join(' OR ')})`),
  ].join(' AND ');
