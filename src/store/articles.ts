import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Articles } from '../app/ports.ts';
import type { Article, ArticleId } from '../core/article.ts';
import { type ArticleRow, chunks, type Db, reserve, type Tables } from './tables.ts';

export function articlesIn(db: Db): Articles {
  return {
    known: keys => knownKeys(db, keys),
    add: (article, keys) => addArticle(db, article, keys),
    get: ids => articlesById(db, ids),
    unread: limit => unreadArticles(db, limit),
  };
}

/** Feeds decide how long a key is, and PostgreSQL indexes no more than 2,704 bytes: a key is kept as its hash. */
const hashed = (key: string): string => createHash('sha256').update(key, 'utf16le').digest('base64url');

async function knownKeys(db: Pick<Db, 'selectFrom'>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const byHash = new Map(keys.map(key => [hashed(key), key]));
  const known = new Set<string>();
  for (const hashes of chunks([...byHash.keys()])) {
    const rows = await db.selectFrom('articleKeys').select('key').where('key', 'in', hashes).execute();
    for (const { key } of rows) known.add(byHash.get(key) ?? '');
  }
  return known;
}

/** Rejects with a TypeError where the snapshot's hash is not that of its text, or a text cannot be stored. */
function addArticle(db: Db, article: Article, keys: readonly string[]): Promise<boolean> {
  return db.transaction().execute(async trx => {
    const before = await reserve(trx, 'articles', 1);
    if (await isHeld(trx, article.id, keys)) return false;
    await keepSnapshot(trx, article);
    await trx
      .insertInto('articles')
      .values(rowOf(article, before + 1))
      .execute();
    const rows = [...new Set(keys)].map(key => ({ key: hashed(key), article: article.id }));
    for (const some of chunks(rows)) await trx.insertInto('articleKeys').values(some).execute();
    return true;
  });
}

async function isHeld(trx: Transaction<Tables>, id: ArticleId, keys: readonly string[]): Promise<boolean> {
  const same = await trx.selectFrom('articles').select('id').where('id', '=', id).executeTakeFirst();
  return same !== undefined || (await knownKeys(trx, keys)).size > 0;
}

async function keepSnapshot(trx: Transaction<Tables>, { id, snapshot }: Article): Promise<void> {
  const { sha256, text } = snapshot;
  if (createHash('sha256').update(text).digest('hex') !== sha256) {
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

function rowOf({ snapshot, quiet, ...article }: Article, number: number): ArticleRow {
  return { ...article, number, quiet: quiet ? 1 : 0, sha256: snapshot.sha256, isRead: 0, note: null };
}

const columns = [
  'articles.id',
  'articles.feed',
  'articles.outlet',
  'articles.language',
  'articles.url',
  'articles.title',
  'articles.author',
  'articles.published',
  'articles.fetched',
  'articles.textFrom',
  'articles.quiet',
  'snapshots.sha256',
  'snapshots.text',
] as const;

const withText = (db: Db) =>
  db.selectFrom('articles').innerJoin('snapshots', 'snapshots.sha256', 'articles.sha256').select(columns);

type WithText = Omit<ArticleRow, 'number' | 'isRead' | 'note'> & { readonly text: string };

const articleOf = ({ sha256, text, quiet, ...row }: WithText): Article => ({
  ...row,
  quiet: quiet === 1,
  snapshot: { sha256, text },
});

async function articlesById(db: Db, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Article>> {
  const found = new Map<ArticleId, Article>();
  for (const some of chunks([...new Set(ids)])) {
    const rows = await withText(db).where('articles.id', 'in', some).execute();
    for (const row of rows) found.set(row.id, articleOf(row));
  }
  return found;
}

async function unreadArticles(db: Db, limit: number): Promise<Article[]> {
  const oldest = withText(db).where('isRead', '=', 0).orderBy('fetched').orderBy('number').limit(limit);
  return (await oldest.execute()).map(articleOf);
}
