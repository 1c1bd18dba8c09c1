import type { Store } from '../app/ports.ts';
import { articlesIn } from './articles.ts';
import { correctionsIn } from './corrections.ts';
import { feedStatesIn } from './feed-states.ts';
import { installationsIn } from './installations.ts';
import { ledgerIn } from './ledger.ts';
import { marksIn } from './marks.ts';
import { outboxIn } from './outbox.ts';
import { positionsIn } from './positions.ts';
import type { SearchIndex } from './search.ts';
import { searchInPostgres } from './search-postgres.ts';
import { searchInSqlite } from './search-sqlite.ts';
import { settingsIn } from './settings.ts';
import type { Db, Engine } from './tables.ts';

export const searches: Readonly<Record<Engine, SearchIndex>> = {
  sqlite: searchInSqlite,
  postgres: searchInPostgres,
};

/** The ports over tables that are up to date. */
export function storeOn(db: Db, engine: Engine): Store {
  const search = searches[engine];
  return {
    articles: articlesIn(db),
    ledger: ledgerIn(db, search),
    corrections: correctionsIn(db, search),
    positions: positionsIn(db),
    feedStates: feedStatesIn(db),
    marks: marksIn(db),
    outbox: outboxIn(db, engine),
    settings: settingsIn(db),
    installations: installationsIn(db),
    close: () => db.destroy(),
  };
}
