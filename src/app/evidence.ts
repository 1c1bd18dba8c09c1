import type { Actor } from '../core/actor.ts';
import type { Article, ArticleId } from '../core/article.ts';
import type { Catalog } from '../core/catalog.ts';
import { DeliveryError, UserError } from '../core/errors.ts';
import type { Evidence } from '../core/evidence.ts';
import { feedHealth } from '../core/health.ts';
import { type Page, paged } from '../core/page.ts';
import type { Position, Shift } from '../core/position.ts';
import type { Statement } from '../core/statement.ts';
import type { TopicId } from '../core/topic.ts';
import { bestRendering, type Utterance } from '../core/utterance.ts';
import type { Proof } from '../views/proof.ts';
import type { Context } from './command.ts';
import type { Articles, Ledger, Positions, StatementQuery } from './ports.ts';

/** The articles that the statements were found in: what their words are cut from. */
export function articlesOf(
  statements: readonly Statement[],
  articles: Pick<Articles, 'get'>,
): Promise<ReadonlyMap<ArticleId, Article>> {
  return articles.get([...new Set(statements.map(({ article }) => article))]);
}

interface Archive {
  readonly articles: Pick<Articles, 'get'>;
  readonly ledger: Pick<Ledger, 'withRefs'>;
}

/** What a view needs to show these statements, and what the shifts and positions rest on: words only of what is shown. */
export async function proofOf(
  statements: readonly Statement[],
  resting: readonly (Shift | Position)[],
  { catalog, store }: { readonly catalog: Catalog; readonly store: Archive },
): Promise<Proof> {
  const given = new Map(statements.map(statement => [statement.ref, statement]));
  const shown = new Set(resting.flatMap(quotedIn).map(({ ref }) => ref));
  const named = resting.flatMap(namedIn).map(({ ref }) => ref);
  const missing = [...new Set([...shown, ...named])].filter(ref => !given.has(ref));
  const found = await store.ledger.withRefs(missing);
  return {
    catalog,
    articles: await articlesOf([...statements, ...found.filter(({ ref }) => shown.has(ref))], store.articles),
    statements: new Map([...statements, ...found].map(statement => [statement.ref, statement])),
  };
}

/** The evidence that is shown with its words. */
function quotedIn(each: Shift | Position): Evidence[] {
  if ('after' in each) return [each.before, each.after];
  return [...each.evidence.slice(0, 1), ...(each.split ? [each.split.evidence] : [])];
}

/** The evidence that is only named. */
const namedIn = (each: Shift | Position): readonly Evidence[] =>
  'after' in each ? [] : each.evidence.slice(1);

/**
 * What every answer that shows words is made from: the context, the proof of the words, and how the feeds are. Rejects with
 * a DeliveryError where a position rests on words that are not in the ledger as they were recorded.
 */
export async function viewOf(
  statements: readonly Statement[],
  context: Context,
  resting: readonly (Shift | Position)[] = [],
) {
  const proof = await proofOf(statements, resting, { catalog: context.catalog, store: context });
  const lost = resting.flatMap(quotedIn).find(({ ref }) => !proof.statements.has(ref));
  if (lost) {
    throw new DeliveryError(
      `a position rests on statement ${lost.ref}, which the store does not hold as it was recorded: nothing is shown; restore the store from a backup`,
      { permanent: true },
    );
  }
  return { ...context, ...proof, feeds: feedHealth(await context.feedStates.all(), context.catalog) };
}

/** What a page of utterances is made from: the words of those that stand on it. */
export function pageView(all: readonly Utterance[], { number }: Page, size: number, context: Context) {
  return viewOf(paged(all, number, size).items.map(bestRendering), context);
}

/** What moved with one of these statements. */
export async function shiftsWith(
  news: readonly Statement[],
  holders: readonly Actor[],
  positions: Pick<Positions, 'shifts'>,
): Promise<Shift[]> {
  const topics = topicsOf(news);
  if (topics.length === 0) return [];
  const from = Math.min(...news.map(({ at }) => at));
  const refs = new Set(news.map(({ ref }) => ref));
  const moved = await positions.shifts({ topics, holders: holders.map(({ id }) => id), from });
  return moved.filter(({ after }) => refs.has(after.ref)).reverse();
}

/** The topics that the statements are on, each once. */
export const topicsOf = (statements: readonly Statement[]): TopicId[] => [
  ...new Set(statements.flatMap(({ stances }) => stances.map(({ topic }) => topic))),
];

/** Asks for what a person says, or what is said for a party or body. */
export const involving = ({ id, kind }: Actor): Pick<StatementQuery, 'speakers' | 'parties'> =>
  kind === 'person' ? { speakers: [id] } : { parties: [id] };

/** The statement that a ref, the beginning of one, or `latest` names. Throws a UserError where it is not one. */
export async function statementNamed(ref: string, { ledger }: Context): Promise<Statement> {
  const found = ref === 'latest' ? await ledger.statements({ limit: 1 }) : await ledger.byRef(ref);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only && ref === 'latest') throw new UserError('There is no statement on record yet.');
  if (!only) throw new UserError(`There is no statement ${ref}. References stand after each quotation.`);
  throw new UserError(`Several references begin with ${ref}. Type more of it.`, {
    suggestions: found.map(each => each.ref),
  });
}
