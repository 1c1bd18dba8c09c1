import type { Article } from '../core/article.ts';
import type { Found, Reading, Statement } from '../core/statement.ts';
import { hour, type Instant } from '../core/time.ts';
import type { Arrivals } from './arrivals.ts';
import { type Hash, refOf } from './identity.ts';
import type { Log, Store } from './ports.ts';

export interface ReadTools {
  readonly store: Pick<Store, 'articles' | 'ledger'>;
  /** Finds the statements in a text of a day. */
  readonly read: (text: string, at: Instant) => Promise<Reading>;
  readonly languages: readonly string[];
  readonly hash: Hash;
  readonly startedAt: Instant;
  readonly arrivals: Pick<Arrivals, 'feeds'>;
  readonly log: Log;
}

const batch = 50;

/**
 * Reads the articles that were kept and not yet read, feed by feed, and records their statements. Stops between two feeds
 * where there is no more time. True when none is left.
 */
export async function readArticles(tools: ReadTools, hasTime: () => boolean): Promise<boolean> {
  for (;;) {
    const articles = await tools.store.articles.unread(batch, tools.arrivals.feeds());
    for (const some of Map.groupBy(articles, ({ feed }) => feed).values()) {
      for (const article of some) await readArticle(article, tools);
      if (!hasTime()) return false;
    }
    if (articles.length < batch) return true;
  }
}

/** What lay unread for longer when the bot started is in the digest, and pings nobody. */
const leftOver = 1 * hour;

async function readArticle(article: Article, tools: ReadTools): Promise<void> {
  const { statements, note } = await readingOf(article, tools);
  const quiet = article.quiet || article.fetched < tools.startedAt - leftOver;
  const recorded = statements.map(found => statement(found, { ...article, quiet }, tools.hash));
  await keep(article, recorded, note, tools.store);
  tools.log.info('article read', {
    article: article.id,
    outlet: article.outlet,
    statements: recorded.length,
    note,
  });
}

/**
 * A later version takes the place of the one before it: what it repeats stands, what it left out is superseded. Where it
 * could not be read, nobody can say what the outlet took back.
 */
async function keep(
  { id, edit }: Article,
  statements: readonly Statement[],
  note: string | null,
  { articles, ledger }: ReadTools['store'],
): Promise<void> {
  const before = edit && note === null ? (await articles.versions(edit.of))[edit.number - 2] : undefined;
  if (before) await ledger.reread(id, statements, note, before.id);
  else await ledger.record(id, statements, note);
}

async function readingOf(article: Article, { read, languages, log }: ReadTools): Promise<Reading> {
  const [language = ''] = article.language.split('-');
  if (!languages.includes(language)) return { statements: [], note: `language ${language} is not read yet` };
  try {
    return await read(article.snapshot.text, article.published ?? article.fetched);
  } catch (error) {
    // One article that the reading cannot stand must not keep the others, or the next start, from being read.
    log.error('reading failed', { article: article.id, url: article.url, error });
    return { statements: [], note: 'the reading failed; the log has the reason' };
  }
}

function statement(found: Found, article: Article, hash: Hash): Statement {
  return {
    ...found,
    ref: refOf(article.id, found, hash),
    article: article.id,
    outlet: article.outlet,
    url: article.url,
    copyOf: article.copyOf,
    at: article.published ?? article.fetched,
    quiet: article.quiet,
    standing: 'current',
    corrections: [],
  };
}
