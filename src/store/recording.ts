import type { Transaction } from 'kysely';
import type { ArticleId } from '../core/article.ts';
import type { Statement } from '../core/statement.ts';
import { derive } from './derive.ts';
import { reservePlaces } from './places.ts';
import type { Touched } from './positions.ts';
import type { SearchIndex } from './search.ts';
import { sealOf } from './statements.ts';
import { chunks, reserve, type StatementRow, type Tables } from './tables.ts';

export function refuseStray(article: ArticleId, statements: readonly Statement[]): void {
  const stray = statements.find(statement => statement.article !== article);
  if (stray) throw new TypeError(`statement ${stray.ref} is of article ${stray.article}, not of ${article}`);
}

/** False where it was read before. */
export async function markRead(
  trx: Transaction<Tables>,
  id: ArticleId,
  note: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('articles')
    .set({ isRead: 1, note })
    .where('id', '=', id)
    .where('isRead', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  const unknown = () => new Error(`statements cannot be recorded: no article ${id} is held; add it first`);
  await trx.selectFrom('articles').select('id').where('id', '=', id).executeTakeFirstOrThrow(unknown);
  return false;
}

/** A statement to be written, and the number of the first reading of its words, if it is not the first. */
export interface New {
  readonly statement: Statement;
  readonly origin: number | null;
}

/** Writes rows and what they are found by. Gives the cells whose positions are to be folded anew. */
export async function writeStatements(
  trx: Transaction<Tables>,
  search: SearchIndex,
  all: readonly New[],
): Promise<Touched[]> {
  const before = await reserve(trx, 'statements', all.length);
  const places = await reservePlaces(
    trx,
    all.map(({ statement }) => statement.at),
  );
  const placed = all.map((each, i) => ({ ...each, number: before + i + 1, place: places[i] ?? 0 }));
  for (const rows of chunks(placed.map(rowOf))) await trx.insertInto('statements').values(rows).execute();
  return derive(trx, search, placed);
}

function rowOf({ number, place, origin, statement }: New & { number: number; place: number }): StatementRow {
  const { ref, article, outlet, at, standing } = statement;
  const body = JSON.stringify(statement);
  const row = { number, ref, article, outlet, at, body, place, origin, standing };
  return { ...row, current: null, seal: sealOf(body), isGone: 0 };
}
