import type { Actor } from '../core/actor.ts';
import type { Article, ArticleId } from '../core/article.ts';
import { feedHealth } from '../core/health.ts';
import type { Statement } from '../core/statement.ts';
import type { TopicId } from '../core/topic.ts';
import type { Context } from './command.ts';
import type { Articles, StatementQuery } from './ports.ts';

/** The articles that the statements were found in: what their words are cut from. */
export function articlesOf(
  statements: readonly Statement[],
  articles: Pick<Articles, 'get'>,
): Promise<ReadonlyMap<ArticleId, Article>> {
  return articles.get([...new Set(statements.map(({ article }) => article))]);
}

/** What every answer that shows words is made from: the context, the articles of the words, and how the feeds are. */
export async function viewOf(statements: readonly Statement[], context: Context) {
  const articles = await articlesOf(statements, context.articles);
  return { ...context, articles, feeds: feedHealth(await context.feedStates.all(), context.catalog) };
}

/** The topics that the statements are on, each once. */
export const topicsOf = (statements: readonly Statement[]): TopicId[] => [
  ...new Set(statements.flatMap(({ stances }) => stances.map(({ topic }) => topic))),
];

/** Asks for what a person says, or what is said for a party or body. */
export const involving = ({ id, kind }: Actor): Pick<StatementQuery, 'speakers' | 'parties'> =>
  kind === 'person' ? { speakers: [id] } : { parties: [id] };
