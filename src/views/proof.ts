import type { Article, ArticleId } from '../core/article.ts';
import type { Catalog } from '../core/catalog.ts';
import type { Evidence } from '../core/evidence.ts';
import { type Excerpt, excerpt } from '../core/excerpt.ts';
import type { Block, Inline, Line } from '../core/message.ts';
import type { Span, Statement } from '../core/statement.ts';
import { bestRendering, type Utterance } from '../core/utterance.ts';
import { actorName, gradeWord, listed, outletName, speakerNames } from './words.ts';

/** What a view needs to show words with their proof. */
export interface Proof {
  readonly catalog: Catalog;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** By ref, what positions and shifts rest on. */
  readonly statements: ReadonlyMap<string, Statement>;
}

/** A statement's words and who said them, where and when. Nothing where its article is not at hand: no words, no claim. */
export function statementQuote(statement: Statement, proof: Proof, alsoIn: readonly Carrier[] = []): Block[] {
  const article = proof.articles.get(statement.article);
  if (!article) return [];
  return [
    {
      type: 'quote',
      kind: statement.kind,
      parts: parts(statement, article),
      by: by(statement, proof, alsoIn),
    },
  ];
}

/** The words of a piece of evidence. Nothing where its statement is not at hand. */
export function evidenceQuote({ ref }: Evidence, proof: Proof): Block[] {
  const statement = proof.statements.get(ref);
  return statement ? statementQuote(statement, proof) : [];
}

/** Another outlet with the same statement. */
interface Carrier {
  readonly outlet: string;
  /** Whether its article is the same text, from an agency or taken over. */
  readonly isCopy: boolean;
}

/** The best rendering of an utterance, with the other outlets that carried it. */
export function utteranceQuote(utterance: Utterance, proof: Proof): Block[] {
  const shown = bestRendering(utterance);
  const others = utterance.renderings.filter(({ outlet }) => outlet !== shown.outlet);
  const carriers = [...Map.groupBy(others, ({ outlet }) => outlet)].map(([outlet, renderings]) => ({
    outlet,
    isCopy: renderings.every(other => original(other) === original(shown)),
  }));
  return statementQuote(shown, proof, carriers);
}

/** The article whose text a statement's article carries. */
const original = ({ article, copyOf }: Statement): ArticleId => copyOf ?? article;

/** The outlets that statements were found in. Those that carry one text count once, as the one that had it first. */
export function outletsOf(statements: readonly Statement[]): string[] {
  const byText = new Map<ArticleId, string>();
  for (const statement of statements) {
    const text = original(statement);
    if (!byText.has(text) || text === statement.article) byText.set(text, statement.outlet);
  }
  return [...new Set(byText.values())];
}

/**
 * Direct speech shows the words between the marks, one part for each. Anything else shows the outlet's own words with
 * who said it: "a say in enlargement" is the opposite of "he rejected a say in enlargement".
 */
function parts(statement: Statement, article: Article): Excerpt[] {
  const { kind, quotations, content } = statement;
  if (kind === 'direct' && quotations.length > 0) return quotations.map(span => excerpt(article, span));
  const whole = attribution(statement, article);
  return whole ? [excerpt(article, whole)] : content.map(span => excerpt(article, span));
}

const longestGap = 200;

/** From the first to the last word of speaker, cue and content; null where they do not stand close together. */
function attribution({ content, cue, source }: Statement, { snapshot }: Article): Span | null {
  const spans = [...content, ...cue, ...source];
  const start = Math.min(...spans.map(span => span.start));
  const end = Math.max(...spans.map(span => span.end));
  const said = content.reduce((sum, span) => sum + span.end - span.start, 0);
  const isOnePassage = !snapshot.text.slice(start, end).includes('\n') && end - start <= said + longestGap;
  return isOnePassage ? { start, end } : null;
}

function by(statement: Statement, { catalog }: Proof, alsoIn: readonly Carrier[]): Line {
  const party = statement.speakers.find(each => each.party !== null)?.party;
  const speaker = speakerNames(statement.speakers);
  const named = party && actorName(catalog, party);
  const lead: Inline[] =
    named && named !== speaker ? [{ bold: named }, ` · ${speaker}`] : [{ bold: speaker }];
  const grade = statement.grade === 'on-record' ? [] : [` · ${gradeWord[statement.grade]}`];
  const others = alsoIn.map(
    ({ outlet, isCopy }) => outletName(catalog, outlet) + (isCopy ? ' (the same text)' : ''),
  );
  const also = others.length > 0 ? [` · also in ${listed(others)}`] : [];
  return [
    ...lead,
    ...grade,
    ' · ',
    { date: statement.at, as: 'moment' },
    ' · ',
    { link: outletName(catalog, statement.outlet), href: statement.url },
    ...also,
    ' · ',
    { code: statement.ref },
  ];
}
