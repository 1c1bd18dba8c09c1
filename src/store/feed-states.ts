import type { FeedStates } from '../app/ports.ts';
import type { Db } from './tables.ts';

export function feedStatesIn(db: Db): FeedStates {
  return {
    all: () => db.selectFrom('feedStates').selectAll().orderBy('feed').execute(),
    save: async state => {
      await db
        .insertInto('feedStates')
        .values(state)
        .onConflict(conflict => conflict.column('feed').doUpdateSet(state))
        .execute();
    },
  };
}
