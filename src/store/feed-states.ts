import type { Transaction } from 'kysely';
import type { FeedStates } from '../app/ports.ts';
import type { FeedState, PollRecord } from '../core/feed.ts';
import type { Db, Tables } from './tables.ts';

export function feedStatesIn(db: Db): FeedStates {
  return {
    all: () => db.selectFrom('feedStates').selectAll().orderBy('feed').execute(),
    save: (state, poll) =>
      db.transaction().execute(async trx => {
        await saveState(trx, state);
        if (poll) await remember(trx, state.feed, poll);
      }),
    history: (feed, limit) =>
      db
        .selectFrom('polls')
        .select(['at', 'outcome', 'detail', 'added'])
        .where('feed', '=', feed)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute(),
  };
}

async function saveState(trx: Transaction<Tables>, state: FeedState): Promise<void> {
  await trx
    .insertInto('feedStates')
    .values(state)
    .onConflict(conflict => conflict.column('feed').doUpdateSet(state))
    .execute();
}

const remembered = 100;

/** Of two polls at one instant, which a virtual clock may bring, the later counts. */
async function remember(trx: Transaction<Tables>, feed: string, poll: PollRecord): Promise<void> {
  await trx
    .insertInto('polls')
    .values({ feed, ...poll })
    .onConflict(conflict => conflict.columns(['feed', 'at']).doUpdateSet(poll))
    .execute();
  const oldest = trx.selectFrom('polls').select('at').where('feed', '=', feed).orderBy('at', 'desc');
  await trx
    .deleteFrom('polls')
    .where('feed', '=', feed)
    .where('at', '<', oldest.offset(remembered - 1).limit(1))
    .execute();
}
