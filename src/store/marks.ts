import type { Mark, Marks } from '../app/ports.ts';
import { beginning, type Db } from './tables.ts';

export function marksIn(db: Db): Marks {
  return {
    get: async key =>
      (await db.selectFrom('marks').selectAll().where('key', '=', key).executeTakeFirst()) ?? null,
    due: (prefix, now) => {
      const { from, until } = beginning(prefix);
      const marks = db.selectFrom('marks').selectAll().where('key', '>=', from).where('key', '<', until);
      return marks.where('dueAt', '<=', now).orderBy('dueAt').orderBy('key').execute();
    },
    put: mark => putMark(db, mark),
  };
}

export async function putMark(db: Pick<Db, 'insertInto'>, { key, dueAt, value }: Mark): Promise<void> {
  await db
    .insertInto('marks')
    .values({ key, dueAt, value })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ dueAt, value }))
    .execute();
}
