import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Traits } from '../app/ports.ts';
import type { Article, ArticleId } from '../core/article.ts';
import { day, type Instant } from '../core/time.ts';
import { keepKeys, knownKeys } from './article-keys.ts';
import { type ArticleRow, type Db, reserve, type Tables } from './tables.ts';

const untold: Traits = { look: null, sketch: [] };

/** Rejects with a TypeError where the snapshot's hash is not that of its text, or a text cannot be stored. */
export function addArticle(
  db: Db,
  article: Article,
  keys: readonly string[],
  traits = untold,
): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const before = await reserve(trx, 'articles', 1);
    if (await isHeld(trx, article.id, keys)) return false;
    await keepSnapshot(trx, article);
    const look = { look: traits.look, lookAt: traits.look === null ? null : article.fetched };
    await trx
      .insertInto('articles')
      .values({ ...rowOf(article, before + 1), ...look })
      .execute();
    await keepKeys(trx, article.id, keys);
    await keepSketch(trx, article, traits.sketch);
    return true;
  });
}

/** Rejects as `addArticle` does, and with an Error where the first version is not held. */
export function reviseArticle(db: Db, article: Article, look: string | null): Promise<boolean> {
  const { edit } = article;
  if (!edit) throw new TypeError(`article ${article.id} is no later version: add it`);
  return db.transaction().execute(async trx => {
    const before = await reserve(trx, 'articles', 1);
    if (await isHeld(trx, article.id, [])) return false;
    await keepSnapshot(trx, article);
    await trx
      .insertInto('articles')
      .values(rowOf(article, before + 1))
      .execute();
    const { numUpdatedRows } = await trx
      .updateTable('articles')
      .set({ versions: edit.number, look, lookAt: article.fetched })
      .where('id', '=', edit.of)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Error(`no article ${edit.of} is held: a version needs its first`);
    return true;
  });
}

export function recogniseArticle(
  db: Db,
  id: ArticleId,
  keys: readonly string[],
  { look, at }: { look: string | null; at: Instant | null },
): Promise<void> {
  return db.transaction().execute(async trx => {
    const { numUpdatedRows } = await trx
      .updateTable('articles')
      .set({ look, lookAt: at })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Error(`no article ${id} is held: add it first`);
    await keepKeys(trx, id, keys);
  });
}

async function isHeld(trx: Transaction<Tables>, id: ArticleId, keys: readonly string[]): Promise<boolean> {
  const same = await trx.selectFrom('articles').select('id').where('id', '=', id).executeTakeFirst();
  return same !== undefined || (await knownKeys(trx, keys)).size > 0;
}

/** Whether a snapshot is what its hash says. */
export const isIntact = ({ snapshot: { sha256, text } }: Article): boolean =>
  createHash('sha256').update(text).digest('hex') === sha256;

async function keepSnapshot(trx: Transaction<Tables>, article: Article): Promise<void> {
  const { id, snapshot } = article;
  const { sha256, text } = snapshot;
  if (!isIntact(article)) {
    throw new TypeError(
      `the snapshot of article ${id} does not have the SHA-256 ${sha256}: it would prove nothing`,
    );
  }
  await trx
    .insertInto('snapshots')
    .values({ sha256, text })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute();
}

function rowOf({ snapshot, quiet, edit, ...article }: Article, number: number): ArticleRow {
  return {
    ...article,
    number,
    quiet: quiet ? 1 : 0,
    editOf: edit?.of ?? null,
    version: edit?.number ?? 1,
    versions: 1,
    look: null,
    lookAt: null,
    sha256: snapshot.sha256,
    isRead: 0,
    note: null,
  };
}

const sketched = 7 * day;

/** Sketches serve for finding copies among what is new: those of last week are taken out on the way. */
async function keepSketch(
  trx: Transaction<Tables>,
  { id, published, fetched }: Article,
  sketch: readonly number[],
): Promise<void> {
  const at = published ?? fetched;
  const oldest = fetched - sketched;
  await trx.deleteFrom('articleSketches').where('at', '<', oldest).execute();
  if (sketch.length === 0 || at < oldest) return;
  await trx
    .insertInto('articleSketches')
    .values(sketch.map(mark => ({ mark, at, article: id })))
    .execute();
}
