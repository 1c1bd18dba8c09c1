import type { Articles } from '../app/ports.ts';
import type { Article, ArticleId } from '../core/article.ts';
import type { Period } from '../core/time.ts';
import { knownKeys } from './article-keys.ts';
import { addArticle, isIntact, recogniseArticle, reviseArticle } from './article-writing.ts';
import { type ArticleRow, chunks, type Db } from './tables.ts';

export function articlesIn(db: Db): Articles {
  return {
    known: keys => knownKeys(db, keys),
    add: (article, keys, traits) => addArticle(db, article, keys, traits),
    revise: (article, look) => reviseArticle(db, article, look),
    recognise: (id, keys, look, at) => recogniseArticle(db, id, keys, { look, at }),
    get: ids => articlesById(db, ids),
    versions: id => versionsOf(db, id),
    resembling: (sketch, period, limit) => resemblingArticles(db, sketch, period, limit),
    intact: async ids =>
      new Map([...(await articlesById(db, ids))].filter(([, article]) => isIntact(article))),
    unread: (limit, except = []) => unreadArticles(db, limit, except),
  };
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
  'articles.copyOf',
  'articles.editOf',
  'articles.version',
  'snapshots.sha256',
  'snapshots.text',
] as const;

const withText = (db: Db) =>
  db.selectFrom('articles').innerJoin('snapshots', 'snapshots.sha256', 'articles.sha256').select(columns);

type WithText = Omit<ArticleRow, 'number' | 'isRead' | 'note' | 'versions' | 'look' | 'lookAt'> & {
  readonly text: string;
};

const articleOf = ({ sha256, text, quiet, editOf, version, ...row }: WithText): Article => ({
  ...row,
  quiet: quiet === 1,
  edit: editOf === null ? null : { of: editOf, number: version },
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

async function versionsOf(db: Db, id: ArticleId): Promise<Article[]> {
  const first = await withText(db).where('articles.id', '=', id).where('editOf', 'is', null).execute();
  const later = await withText(db).where('editOf', '=', id).orderBy('version').execute();
  return [...first, ...later].map(articleOf);
}

async function resemblingArticles(
  db: Db,
  sketch: readonly number[],
  { from, until }: Period,
  limit: number,
): Promise<Article[]> {
  if (sketch.length === 0) return [];
  const alike = await db
    .selectFrom('articleSketches')
    .select(({ fn }) => ['article', fn.countAll<number>().as('shared')])
    .where('mark', 'in', [...sketch])
    .where('at', '>=', from)
    .where('at', '<', until)
    .groupBy('article')
    .orderBy('shared', 'desc')
    .orderBy('article')
    .limit(limit)
    .execute();
  const found = await articlesById(
    db,
    alike.map(({ article }) => article),
  );
  return alike.flatMap(({ article }) => found.get(article) ?? []);
}

async function unreadArticles(db: Db, limit: number, except: readonly string[]): Promise<Article[]> {
  const unread = withText(db).where('isRead', '=', 0);
  const oldest = except.length > 0 ? unread.where('feed', 'not in', except) : unread;
  const rows = await oldest.orderBy('fetched').orderBy('number').limit(limit).execute();
  return rows.map(articleOf);
}
