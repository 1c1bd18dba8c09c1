import type { Article } from '../core/article.ts';
import type { Catalog } from '../core/catalog.ts';
import type { Span, Statement } from '../core/statement.ts';

const day = (at: number): string => new Date(at).toISOString();

const textOf = ({ snapshot }: Article, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => snapshot.text.slice(start, end)).join(' … ');

/** A statement with its words and its proof, as one JSON document. Offsets are UTF-16 units of the snapshot. */
export function statementDocument(statement: Statement, article: Article, catalog: Catalog) {
  const { ref, kind, layer, grade, speakers, topics, stances, standing, corrections, content, quotations } =
    statement;
  return {
    ref,
    at: day(statement.at),
    ...{ kind, layer, grade, standing },
    text: textOf(article, content),
    quotations: quotations.map(span => textOf(article, [span])),
    content: content.map(pair),
    speakers,
    topics,
    stances: stances.map(({ topic, holder, stance }) => ({ topic, holder, stance })),
    terms: statement.terms.map(term => ({
      ...term,
      span: pair(term.span),
      text: textOf(article, [term.span]),
    })),
    outlet: outletOf(statement, catalog),
    title: article.title,
    url: statement.url,
    copyOf: statement.copyOf,
    sha256: article.snapshot.sha256,
    corrections,
  };
}

const pair = ({ start, end }: Span): [number, number] => [start, end];

const outletOf = ({ outlet }: Statement, { outlets }: Catalog): string => outlets.get(outlet)?.name ?? outlet;

const columns = [
  'ref',
  'date',
  'person',
  'office',
  'organisation',
  'concept',
  'holder',
  'agreement',
  'grade',
  'form',
  'standing',
  'text',
  'outlet',
  'url',
  'start',
  'end',
  'sha256',
] as const;

export const csvHead = (): string => csvLine(columns);

/**
 * A row for each stance of a statement, one without where it has none: person, organisation, concept, agreement, as tools
 * for discourse networks take them.
 */
export function csvRows(statement: Statement, article: Article, catalog: Catalog): string[] {
  const { ref, at, speakers, grade, kind, standing, content, url, stances } = statement;
  const name = (id: string | null): string => (id === null ? '' : (catalog.actors.get(id)?.name ?? id));
  const joined = (values: readonly (string | null)[]): string =>
    [...new Set(values.filter(value => value !== null && value !== ''))].join('; ');
  const [start, end] = [
    Math.min(...content.map(each => each.start)),
    Math.max(...content.map(each => each.end)),
  ];
  const of = stances.length > 0 ? stances : [{ topic: '', holder: null, stance: '' }];
  return of.map(({ topic, holder, stance }) =>
    csvLine([
      ...[ref, day(at), joined(speakers.map(each => each.name)), joined(speakers.map(each => each.office))],
      ...[joined(speakers.map(({ party }) => name(party))), topic, name(holder), stance],
      ...[grade, kind, standing, textOf(article, content), outletOf(statement, catalog), url],
      ...[String(start), String(end), article.snapshot.sha256],
    ]),
  );
}

const formula = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection). */
function csvLine(cells: readonly string[]): string {
  return cells
    .map(cell => (formula.test(cell) ? `'${cell}` : cell))
    .map(cell => (/[",;\r\n\t']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

/** What was read of a statement, or is right of it. */
interface Labels {
  readonly speakers: Statement['speakers'];
  readonly grade: Statement['grade'];
  readonly stances: readonly { readonly topic: string; readonly holder: string; readonly stance: string }[];
}

/** A corrected statement as a case for a test: a passage, the place of the words in it, what was read and what is right. */
export function correctionCase(
  { statement, read }: { readonly statement: Statement; readonly read: Pick<Statement, keyof Labels> | null },
  article: Article,
) {
  const { ref, content, standing, corrections, at } = statement;
  const from = Math.min(...content.map(({ start }) => start));
  const until = Math.max(...content.map(({ end }) => end));
  const { text, sha256 } = article.snapshot;
  const start = Math.max(0, text.lastIndexOf('\n', from - 1) + 1);
  const end = text.indexOf('\n', until) < 0 ? text.length : text.indexOf('\n', until);
  return {
    ref,
    at: day(at),
    url: article.url,
    sha256,
    passage: text.slice(start, end),
    content: content.map(span => [span.start - start, span.end - start]),
    read: read && labels(read),
    right: standing === 'withdrawn' ? null : labels(statement),
    corrections: corrections.map(each => ({ ...each, at: day(each.at) })),
  };
}

const labels = ({ speakers, grade, stances }: Pick<Statement, keyof Labels>): Labels => ({
  speakers,
  grade,
  stances: stances.map(({ topic, holder, stance }) => ({ topic, holder, stance })),
});
