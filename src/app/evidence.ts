import type { Article, ArticleId } from '../core/article.ts';
import type { Statement } from '../core/statement.ts';
import type { Articles } from './ports.ts';

/** The articles that the statements were found in: what their words are cut from. */
export function articlesOf(
  statements: readonly Statement[],
  articles: Pick<Articles, 'get'>,
): Promise<ReadonlyMap<ArticleId, Article>> {
  return articles.get([...new Set(statements.map(({ article }) => article))]);
}
