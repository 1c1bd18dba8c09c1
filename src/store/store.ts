import type { Store } from '../app/ports.ts';
import { articlesIn } from './articles.ts';
import { feedStatesIn } from './feed-states.ts';
import { ledgerIn } from './ledger.ts';
import { marksIn } from './marks.ts';
import { outboxIn } from './outbox.ts';
import { positionsOver } from './positions.ts';
import { settingsIn } from './settings.ts';
import type { Db, Engine } from './tables.ts';

/** The ports over tables that are up to date. */
export function storeOn(db: Db, engine: Engine): Store {
  const ledger = ledgerIn(db);
  return {
    articles: articlesIn(db),
    ledger,
    positions: positionsOver(ledger),
    feedStates: feedStatesIn(db),
    marks: marksIn(db),
    outbox: outboxIn(db, engine),
    settings: settingsIn(db),
    close: () => db.destroy(),
  };
}
