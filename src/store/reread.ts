import type { Transaction } from 'kysely';
import type { ArticleId } from '../core/article.ts';
import type { Span, Statement } from '../core/statement.ts';
import { refold } from './positions.ts';
import { markRead, type New, refuseStray, writeStatements } from './recording.ts';
import type { SearchIndex } from './search.ts';
import { familyOf, type Held, heldWith, originOf, settle } from './standing.ts';
import { type Db, reserve, type Tables } from './tables.ts';

export interface Rereading {
  readonly article: ArticleId;
  readonly statements: readonly Statement[];
  readonly note: string | null;
  /** The version of the article that this one was put in place of. */
  readonly replaced: ArticleId | null;
}

export async function rereadArticle(db: Db, search: SearchIndex, reading: Rereading): Promise<void> {
  const { article, statements, replaced } = reading;
  refuseStray(article, statements);
  await db.transaction().execute(async trx => {
    await markRead(trx, article, reading.note);
    await noteReading(trx, reading);
    // Whoever holds this counter is alone in changing what stands.
    await reserve(trx, 'statements', 0);
    const articles = replaced === null ? [article] : [article, replaced];
    const texts = await textsOf(trx, articles);
    const held = await heldWith(trx, 'article', articles);
    const { changed, added } = compared(held, reading, texts);
    await settle(trx, search, changed);
    await refold(trx, await writeStatements(trx, search, added));
    await joinFamilies(trx, search, added);
  });
}

async function noteReading(trx: Transaction<Tables>, { article, note }: Rereading): Promise<void> {
  await trx.updateTable('articles').set({ note }).where('id', '=', article).execute();
}

/** What is read in another place than before takes over the corrections of the earlier reading, and each knows the other's ref. */
async function joinFamilies(
  trx: Transaction<Tables>,
  search: SearchIndex,
  added: readonly New[],
): Promise<void> {
  const origins = added.map(({ origin }) => origin).filter(origin => origin !== null);
  const firsts = await heldWith(trx, 'number', origins);
  await settle(trx, search, await heldWith(trx, 'number', await familyOf(trx, firsts)));
}

type Texts = ReadonlyMap<ArticleId, string>;

/** What is to change in the rows that are held, and what is new. */
function compared(
  held: readonly Held[],
  { article, statements }: Rereading,
  texts: Texts,
): { changed: Held[]; added: New[] } {
  const given = new Map(statements.map(statement => [statement.ref, statement]));
  const inPlace = new Map(held.filter(row => row.article === article).map(row => [row.ref, row]));
  const kept = [...inPlace.values()].filter(({ ref }) => given.has(ref));
  const left = held.filter(row => !kept.includes(row) && row.isGone === 0);
  const elsewhere = [...given.values()].filter(({ ref }) => !inPlace.has(ref));
  const earlier = matched(elsewhere, left, texts);
  return {
    changed: [
      ...kept
        .map((row): Held => ({ ...row, isGone: 0, found: given.get(row.ref) ?? row.found }))
        .filter(isNew(held)),
      ...left.map((row): Held => ({ ...row, isGone: 1 })),
    ],
    added: elsewhere.map(statement => ({ statement, origin: earlier.get(statement) ?? null })),
  };
}

const isNew =
  (held: readonly Held[]) =>
  ({ number, isGone, found }: Held): boolean => {
    const before = held.find(row => row.number === number);
    return before?.isGone !== isGone || JSON.stringify(before.found) !== JSON.stringify(found);
  };

/** The earlier reading of each statement, by its origin: of those alike the likeliest, each taken once. */
function matched(
  statements: readonly Statement[],
  rows: readonly Held[],
  texts: Texts,
): ReadonlyMap<Statement, number> {
  const pairs = statements
    .flatMap(statement =>
      rows.map(row => ({ statement, row, likeness: likeness(statement, row.found, texts) })),
    )
    .filter(pair => pair.likeness >= enough)
    .sort((a, b) => b.likeness - a.likeness);
  const found = new Map<Statement, number>();
  const taken = new Set<Held>();
  for (const { statement, row } of pairs) {
    if (found.has(statement) || taken.has(row)) continue;
    found.set(statement, originOf(row));
    taken.add(row);
  }
  return found;
}

const enough = 0.5;

/** Within a snapshot, how much of their contents they share; between two, whether they are in the same words. */
function likeness(a: Statement, b: Statement, texts: Texts): number {
  if (a.article === b.article) return overlap(a.content, b.content);
  const words = wordsOf(a, texts);
  return words !== '' && words === wordsOf(b, texts) ? 1 : 0;
}

function overlap(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a.flatMap(x => b.map(y => Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))));
  const both = shared.reduce((sum, each) => sum + each, 0);
  return both / (length(a) + length(b) - both);
}

const wordsOf = ({ article, content }: Statement, texts: Texts): string =>
  content
    .map(({ start, end }) => texts.get(article)?.slice(start, end) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

async function textsOf(trx: Transaction<Tables>, articles: readonly ArticleId[]): Promise<Texts> {
  const rows = trx.selectFrom('articles').innerJoin('snapshots', 'snapshots.sha256', 'articles.sha256');
  const found = await rows
    .select(['articles.id', 'snapshots.text'])
    .where('articles.id', 'in', articles)
    .execute();
  const texts = new Map(found.map(({ id, text }) => [id, text]));
  const unknown = articles.find(id => !texts.has(id));
  if (unknown !== undefined) throw new Error(`nothing can be read anew: no article ${unknown} is held`);
  return texts;
}
