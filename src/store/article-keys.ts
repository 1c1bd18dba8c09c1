import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Known } from '../app/ports.ts';
import { type ArticleId, versionId } from '../core/article.ts';
import { chunks, type Db, type Tables } from './tables.ts';

/** Feeds decide how long a key is, and PostgreSQL indexes no more than 2,704 bytes: a key is kept as its hash. */
const hashed = (key: string): string => createHash('sha256').update(key, 'utf16le').digest('base64url');

export async function knownKeys(
  db: Pick<Db, 'selectFrom'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const byHash = new Map(keys.map(key => [hashed(key), key]));
  const known = new Map<string, Known>();
  for (const hashes of chunks([...byHash.keys()])) {
    const rows = await db
      .selectFrom('articleKeys')
      .innerJoin('articles', 'articles.id', 'articleKeys.article')
      .select(['key', 'article', 'feed', 'versions', 'fetched', 'look', 'lookAt'])
      .where('key', 'in', hashes)
      .execute();
    for (const { key, fetched, ...row } of rows) {
      const newest = versionId(row.article, row.versions);
      known.set(byHash.get(key) ?? '', { ...row, newest, kept: fetched });
    }
  }
  return known;
}

/** Keys that are held stay with the article they belong to. */
export async function keepKeys(
  trx: Transaction<Tables>,
  article: ArticleId,
  keys: readonly string[],
): Promise<void> {
  const rows = [...new Set(keys)].map(key => ({ key: hashed(key), article }));
  for (const some of chunks(rows)) {
    await trx
      .insertInto('articleKeys')
      .values(some)
      .onConflict(conflict => conflict.column('key').doNothing())
      .execute();
  }
}
